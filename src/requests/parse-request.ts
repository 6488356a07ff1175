/**
 * The one way from a request line to the services that it asks for.
 * In: the words of a request in a source text, and the compiled lexicon. Out: services in the order of the line.
 * Never throws, whatever the text: what no family covers is one service of family `unknown`.
 */
import { CleanView } from '../text/clean-view.js';
import type { Quote, SourceText } from '../text/source-text.js';
import type { Service } from '../vocabulary/service.js';
import { buildServices } from './build-services.js';
import type { CompiledServices } from './compiled-services.js';
import { type Draft, draftServices } from './drafts.js';
import { settleFamilies } from './families.js';
import { joinDrafts } from './joining.js';
import { findMentions } from './mentions.js';
import { joinMixtures } from './mixtures.js';
import { withoutOutcome } from './outcome-tail.js';
import { type RequestLine, readLine } from './read-line.js';
import { shareInLists } from './sharing.js';
import { divideLine, wholeLine } from './zones.js';

/**
 * Services of a request line.
 * @param request its offsets are those of the source
 * @returns one service at least, unless the line has no words
 */
export function parseRequest(request: Quote, source: SourceText, lexicon: CompiledServices): Service[] {
  const line = readLine(CleanView.of(source, withoutOutcome(request, source, lexicon.outcomeTail)), lexicon);
  if (line.units.length === 0) return [];
  const drafts = draftLine(line, lexicon);
  const host =
    drafts.flatMap((draft) => draft.families).find((family) => lexicon.families.get(family)?.isHost) ?? null;
  return drafts.flatMap((draft) => buildServices(line, draft, host, lexicon));
}

function draftLine(line: RequestLine, lexicon: CompiledServices): Draft[] {
  const mentions = findMentions(line, lexicon);
  const zones = mentions.length > 0 ? divideLine(line, mentions) : [wholeLine(line)];
  const drafts = joinMixtures(line, draftServices(line, zones, lexicon), lexicon);
  return joinDrafts(settleFamilies(shareInLists(drafts, lexicon), lexicon), lexicon);
}
