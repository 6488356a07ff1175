/**
 * The script of the page of a comparison: sorts tables, filters the list of issues, by its form or by a link to some of
 * them, opens an explanation that a link leads to. Without it the page is whole, in its first order. Runs in the browser, so it is text here.
 */
export const COMPARE_SCRIPT = `
'use strict';
(() => {
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const key = cell.dataset.key;
    return key === undefined ? cell.textContent.trim() : key;
  };
  const compare = (a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    return a < b ? -1 : a > b ? 1 : 0;
  };
  const sortBy = (table, column, isDown) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, i) => ({ row, i, key: keyOf(row, column) }));
    const isEmpty = (one) => one.key === '' || one.key === '\u2013';
    rows.sort((a, b) =>
      isEmpty(a) - isEmpty(b) || (isDown ? compare(b.key, a.key) : compare(a.key, b.key)) || a.i - b.i);
    body.append(...rows.map(({ row }) => row));
  };
  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.querySelector('.sort')?.addEventListener('click', () => {
        const isNumber = head.classList.contains('number');
        const before = head.getAttribute('aria-sort');
        const isDown = before === null ? isNumber : before === 'ascending';
        for (const other of heads) {
          other.removeAttribute('aria-sort');
          const sign = other.querySelector('.sort span');
          if (sign) sign.textContent = '\u2195';
        }
        head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
        head.querySelector('.sort span').textContent = isDown ? '\u2193' : '\u2191';
        sortBy(table, column, isDown);
      });
    });
  }
  for (const form of document.querySelectorAll('form.filters')) {
    const rows = [...document.getElementById(form.dataset.for).tBodies[0].rows];
    const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    const filter = () => {
      const words = form.elements.words.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const { agreement, codes } = form.elements;
      let count = 0;
      for (const row of rows) {
        const isShown = words.every((word) => texts.get(row).includes(word)) &&
          (agreement.value === '' || row.dataset.agreement === agreement.value) &&
          (codes.value === '' || row.dataset.codes.split(' ').includes(codes.value));
        row.hidden = !isShown;
        if (isShown) count += 1;
      }
      form.querySelector('.shown').textContent = count + ' of ' + rows.length + ' shown';
    };
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    for (const link of document.querySelectorAll('a[data-filter]')) {
      link.addEventListener('click', () => {
        form.reset();
        form.elements[link.dataset.filter].value = link.dataset.value;
        filter();
      });
    }
    filter();
  }
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    for (let one = target; one; one = one.parentElement) if (one.tagName === 'DETAILS') one.open = true;
    target.scrollIntoView({ block: target.tagName === 'DETAILS' ? 'start' : 'center' });
    const focused = target.tagName === 'DETAILS' ? target.querySelector('summary') : target;
    focused.focus({ preventScroll: true });
  };
  addEventListener('hashchange', reveal);
  if (location.hash !== '') reveal();
})();
`;
