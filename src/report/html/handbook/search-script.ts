/**
 * The script of the handbook's pages: shows the search, loads the index with the first letter that is typed, and
 * lists what it finds. Plain JavaScript of any browser of the last years; without it the pages lack the search alone.
 * `/` goes to the search, Escape leaves it. The number found is a status that screen readers say.
 */
export const SEARCH_SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('search');
  const query = document.getElementById('query');
  const results = document.getElementById('results');
  const count = document.getElementById('search-count');
  const found = document.getElementById('found');
  if (!form || !query || !results || !count || !found) return;
  const MOST = 30;
  let engine = null;
  let loading = null;

  const load = (file) => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = file;
    script.onload = resolve;
    script.onerror = () => reject(new Error(file + ' is missing'));
    document.head.append(script);
  });
  const prepare = () => {
    loading ??= load('search-library.js')
      .then(() => load('search-index.js'))
      .then(() => { engine = MiniSearch.loadJSON(window.handbookIndex, window.handbookOptions); });
    return loading;
  };
  const line = (hit) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = hit.id;
    link.textContent = hit.title;
    const kind = document.createElement('span');
    kind.className = 'tag';
    kind.textContent = hit.kind;
    const about = document.createElement('span');
    about.className = 'soft small';
    about.textContent = hit.about;
    item.append(kind, ' ', link, ' ', about);
    return item;
  };
  const show = () => {
    const words = query.value.trim();
    results.hidden = words === '';
    if (words === '') { found.replaceChildren(); count.textContent = ''; return; }
    const search = (combineWith) => engine.search(words, {
      combineWith, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { title: 4, about: 2 },
    });
    const all = search('AND');
    const hits = all.length > 0 ? all : search('OR');
    count.textContent = hits.length === 0 ? 'Nothing was found.'
      : (all.length === 0 ? 'No page has all the words. ' : '') + hits.length + (hits.length === 1 ? ' page' : ' pages')
        + (hits.length > MOST ? ', the first ' + MOST + ' shown' : '') + '.';
    found.replaceChildren(...hits.slice(0, MOST).map(line));
  };
  const ask = () => prepare().then(show).catch((error) => {
    results.hidden = false;
    count.textContent = 'The search does not work: ' + error.message + '.';
  });

  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = found.querySelector('a');
    if (first) first.click();
  });
  query.addEventListener('input', ask);
  document.addEventListener('keydown', (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
    } else if (event.key === 'Escape' && !results.hidden) {
      query.value = '';
      show();
      query.focus();
    }
  });
  if (query.value !== '') ask();
})();
`;
