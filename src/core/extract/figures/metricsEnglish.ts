/** What an English figure measures, in the words around it. */
import type { Span } from '../../text/offsets';
import type { Metric } from './metric';
import { ENGLISH_PLACES } from './places';
import type { Time } from './times';
import type { FoundFigure } from './spans';
import { unitClassOf } from './units';

const CHANGE = /\b(increas(?:e|ed|es|ing)|grow(?:n|th|s|ing)?|grew|rose|risen|rise|rising|(?:went|going|gone|edged|was|were)?\s*(?:up|down)|expand(?:ed|s|ing)|contract(?:ed|s|ing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|gain(?:ed|s|ing)|narrow(?:ed|s|ing)|shrank|slipped|dipped|decreas(?:e|ed|ing)|declin(?:e|ed|ing)|fell|fall|drop(?:ped)?|reduction|reduced|widened)\b(?:\s+(?:of|by|to|at|in|rate of|rate was|an annual average of|an average of))*\s*(?:[\d.,]+\s*(?:million|billion|trillion)?\s*\w*\s+or)?$/i;
const TRAIL = /(?:\b(?:currently|there|about|worth|is|was|are|were|has|have|had|been|reached|reaching|reaches|hit|totaled|totalled|totaling|stood at|stood|came in at|came in|amounted to|came to|of|at|to|by|with|a total of|total of|a|an|the|and|or|has become|become|became|becoming|remained in|remained|in|on|for|than|only|now|also|ranked|ranks|ranking|rose|rising|increased|increasing|grew|growing|fell|dropped|declined|up|down|from|exceed|exceeded|exceeding|expected to|set to|devotes|registering|registered|slightly|sharply|slowly|steadily|significantly|further)\b|[\s,:;(])+$/i;
const DATELINE = /^\s*(?:[A-Z]{2,}[A-Za-z,. ]*?)?(?:\s*\(?Xinhua\)?)?\s*(?:--|[–—])\s+|^\s*(?:[A-Z][a-z]{2,8}\.? )?\d{1,2} \(Xinhua\)\s*(?:--|[–—])\s*/;
const LEAD = /^(?:[\s,;:)–—-]|it(?:'s|’s| is) worth noting that|(?:over|during|in) the same period|as(?= the )|whereas|that(?= [a-z])|(?:country|nation)(?:'s|’s)|(?:the |an? )?(?:report|bulletin|data|figures|statistics|results?|survey)(?: also)? (?:said|says|show(?:s|ed)?|pointed out|indicated?) that|\b(?:and|while|but|however|among them|in addition|meanwhile|at present|currently|in total|a total of|the|which|with|of which|resulting in|that resulted in|including|followed by|with their|china has|china's|china’s|china|has|have|there (?:are|were|is|was)|it has|some)\b)+/i;

/** Who says it, before what is said. */
const SAYS = /^.*\b(?:announced|said|shows?|showed|revealed|reported|noted|added|stated)\s+that\b\s*/i;
/** What follows the name of what is counted, and says more of it than it is. */
const MORE = /\s+(?:that|which|who|whose|where|across|during|throughout|involving|featured|according|including|nationwide|as of|since|over the (?:past|last)|in the (?:past|last|country)|to the country|of (?:different|various|all))\b.*$/i;
/** A change named behind its rate (a 3.6-percent increase). */
const NAMED_CHANGE = /^[\s-]*(?:year[- ]on[- ]year\s+)?(increase|rise|growth|gain|jump|surge|decline|decrease|drop|fall|reduction)\b/i;

/** Clauses that only explain what stands before them. */
const APPOSITION = /^\s*(?:an?|its|their|which|who|whose|where|including|officially|partly|according|accounting|measured|known|based|compared|up|down|as|the (?:highest|lowest|fastest|largest|first|second|latest|most|best))\b/i;
/** Times and comparisons that say nothing of what is measured. */
const ASIDES = /\b(?:(?:year|quarter|month)[- ]on[- ](?:year|quarter|month)|year over year|yearly|on (?:an annual|a yearly) basis|in (?:yuan|dollar|U\.S\. dollar|real|nominal) terms|(?:compared (?:to|with)|from|over|than) (?:the (?:previous|same) (?:year|period)(?: (?:last year|of last year|(?:in|of) (?:19|20)\d{2}))?|a year (?:ago|earlier|before)|(?:19|20)\d{2})|a year (?:ago|earlier|before)|(?:in|by|since|during|as of|by the end of|at the end of|end of) (?:the )?(?:end of )?(?:19|20)\d{2}|respectively|of the (?:year|month)|official data showed|customs data showed|the data showed)\b,?/gi;
const SHARE = /^\s*(?:,\s*)?(?:(?:(?:and|which|that|this|it|they|the (?:volume|figure|amount|sum|total))\s+)*(?:accounting for|accounts for|accounted for|making up|made up|representing|represented|taking up)|or)\s*$/i;
/** A sentence about what the one before was about. */
const GOES_ON = /^\s*(?:That|This|It|They|The (?:volume|figure|amount|sum|total))\s+(?:accounts|accounted|represents|represented|made|was|is|were|are)\b/;
/** For the EU, it is …: what was spoken of last. */
const PRONOUN = /^\s*(?:it|they|this|that)\s+(?:is|was|are|were|stood|reached)\b/i;
/** A clause that only says whose. */
const PLACE_ONLY = new RegExp(`^\\s*(?:in|for|across)\\s+(?:${ENGLISH_PLACES})\\s*$`, 'i');
const A_PLACE = new RegExp(`^(?:the )?(?:country|nation|world|${ENGLISH_PLACES})(?![\\w])`, 'i');
/** Its spending: whose it is has been said before. */
const POSSESSIVE = /^(?:its|their)\s+(?=\w)/i;
/** Whose a value is, where it stands behind it or before the verb; and the words of a country that has it. */
const OF_PLACE = new RegExp(`^\\s*(?:for|in)\\s+(?:${ENGLISH_PLACES})(?![\\w])`), HAS = new RegExp(`^(?:the )?(?:${ENGLISH_PLACES})\\s+(?:has|had|have|recorded|registered|posted|saw)\\s+(?:the\\s+)?(?:(?:highest|lowest|largest|biggest)\\s+)?(?=\\w)`, 'i');
const SET_AGAINST = new RegExp(`^[\\s,]*(?:compared (?:to|with)|versus|against|(?:exceed|surpass|match)(?:ed|ing)\\b[^,;]*|and(?: the)? (?:${ENGLISH_PLACES}))(?:(?:'s|’s)\\s*(?:\\([^()]*\\)\\s*)?(?:total|figure)?(?:\\s+of)?)?\\s*$`, 'i'), NEXT_PLACE = new RegExp(`^(?:.*\\(\\s*(?:e\\.g\\.,?)?|\\s|,|and|while|compared|to|with|against|versus|(?:for|in)\\s+(?:${ENGLISH_PLACES})(?![\\w]))*$`, 'i'), IN_PLACE = new RegExp(`\\s+in\\s+(?:${ENGLISH_PLACES})$`);

/** Metrics of the figures of one English sentence, in order; `times` are taken out of the words. */
export function englishMetricsOf(text: string, clauses: readonly Span[], figures: readonly FoundFigure[], times: readonly Time[] = [], previousBase = ''): Metric[] {
  const metrics: Metric[] = [];
  figures.forEach((figure, i) => {
    const at = clauses.findIndex((c) => figure.start >= c.start && figure.start < c.end);
    const clause = clauses[at] ?? { start: figure.start, end: figure.end };
    const previous = figures[i - 1], next = figures[i + 1], last = metrics[i - 1];
    const left = words(previous && previous.end > clause.start ? previous.end : clause.start, figure.start);
    const right = words(figure.end, Math.min(clause.end, next ? next.start : clause.end));
    const unitClass = figure.rank ? 'rank' : unitClassOf(figure.unit);
    const base = last && /[A-Za-z]/.test(last.base) ? last.base : metrics[i - 2]?.base ?? (subjectBefore(at) || (GOES_ON.test(text.slice(clauses[0]?.start ?? 0, figure.start)) || PRONOUN.test(left) ? previousBase : ''));
    const change = CHANGE.exec(left);
    // compared to 3.3% for Japan, 2.7% for the US, versus 1.3 percent in April: the same of others, or of another time.
    if (last && unitClass !== 'rank' && ((OF_PLACE.test(right) && NEXT_PLACE.test(left)) || SET_AGAINST.test(left))) { metrics.push({ ...last, text: last.change === null ? last.text : last.base, change: null }); return; }
    const joined = /^\s*or\s*$/i.test(left) && last?.change;
    if (joined && last) { metrics.push(last); return; }
    // up 7.9 percent to 14.12 trillion yuan (about $2.12 trillion): the level that it went to, and the same in another currency.
    if (last && unitClass !== 'rank' && /^\s*(?:\(|to|to reach|to hit|to total|to stand at|reaching|totall?ing|hitting|at|and)?\s*\(?\s*$/i.test(left) && (unitClass === 'money' || /^\s*to\b/i.test(left)) && !takesNoun(unitClass)) {
      const of = last.change === null && last.text !== '' && !/^\s*and/i.test(left) ? last.text : last.base;
      metrics.push({ text: of, base: of, change: null, before: '', tookAfter: false });
      return;
    }
    if (SHARE.test(left) && base) {
      const whole = trimAfter(right);
      metrics.push({ text: `${base} share ${whole}`.trim(), base, change: null, before: '', tookAfter: true });
      return;
    }
    if (change && unitClass !== 'rank') {
      const own = left.slice(0, change.index).replace(/^[^A-Za-z]+/, '').replace(DATELINE, '').replace(SAYS, '').replace(LEAD, '').replace(TRAIL, '').replace(/^(?:(?:an?|the|representing|marking|registering|average|annual)\s*)+$/i, '');
      const subject = own.length > 2 ? owned(own, at) : base;
      metrics.push({ text: `${subject} ${(change[1] as string).trim().toLowerCase()}`, base: subject, change: change[1] as string, before: own, tookAfter: false });
      return;
    }
    const whole = owned(left.replace(DATELINE, '').replace(SAYS, '').replace(LEAD, '').replace(HAS, '').replace(TRAIL, '').trim().replace(IN_PLACE, '').replace(/^(?:it|they|this|that)$/i, ''), at);
    // Of who counted or did it the last words are enough: what it is stands behind the number.
    const before = takesNoun(unitClass) ? whole.split(/\s+/).slice(-3).join(' ') : whole;
    const noun = takesNoun(unitClass) ? right.replace(/\b(?:were|was|are|is|have been|has been)\s+/gi, '').replace(MORE, '') : right;
    const after = trimAfter(noun.trim() === '' ? right : noun);
    const named = unitClass === 'percent' || unitClass === 'points' ? NAMED_CHANGE.exec(right)?.[1] : undefined;
    if (named && base) {
      metrics.push({ text: `${base} ${named.toLowerCase()}`, base, change: named, before, tookAfter: false });
      return;
    }
    // 2.3 percentage points higher than before, 11.4 percent higher: a change of what it is about.
    const higher = /^\s*(higher|lower|more|less|faster|slower)\b/i.exec(right)?.[1];
    if (higher && base && before.length <= 2 && (unitClass === 'points' || unitClass === 'percent')) {
      metrics.push({ text: `${base} ${higher.toLowerCase()}`, base, change: higher, before, tookAfter: false });
      return;
    }
    const takesAfter = takesNoun(unitClass) || unitClass === 'rank' && /largest|biggest|highest/.test(text.slice(figure.start, figure.end)) || /^\s*(?:of|on|in|was|were|worth|for)\b/i.test(right);
    const own = [before, takesAfter ? after : ''].filter(Boolean).join(' ');
    // An average annual growth of 7 percent: of what the sentence is about.
    const measured = /^(?:(?:an?|average|annual|growth|growth rate|increase)\b\s*)+$/i.test(own) && base ? `${base} ${own.replace(/^an?\s+/i, '')}` : own || base || (/^(?:visits|people)$/.test(unitClass) ? figure.unit ?? '' : '');
    metrics.push({ text: measured, base: measured, change: null, before, tookAfter: takesAfter });
  });
  return inStep(text, figures, metrics);

  /** Words of a span without times and asides. */
  function words(start: number, end: number): string {
    let kept = '', at = start;
    for (const t of times) {
      if (t.end <= start || t.start >= end || t.loose && !/^window:(?:\d{4}|.*(?:half|quarter))/.test(t.period)) continue;
      kept += text.slice(at, Math.max(at, t.start)).replace(/\b(?:in|by|since|during)\s*$/i, '') + ' '; at = Math.max(at, t.end);
    }
    kept += text.slice(at, Math.max(at, end));
    return kept.replace(ASIDES, ' ').replace(/\s+/g, ' ');
  }

  /** Enterprises remained the driver, with their spending reaching…: the owner's name for the pronoun, where it is no place. */
  function owned(words: string, at: number): string {
    if (!POSSESSIVE.test(words)) return words;
    const owner = subjectBefore(at);
    return `${A_PLACE.test(owner) ? '' : owner} ${words.replace(POSSESSIVE, '')}`.trim();
  }

  function subjectBefore(at: number): string {
    for (let c = at - 1; c >= 0; c--) {
      const clause = clauses[c] as Span;
      const whole = words(clause.start, clause.end);
      // An apposition says again what the subject is.
      if ((c > 0 && APPOSITION.test(whole)) || PLACE_ONLY.test(whole)) continue;
      const lead = whole.replace(DATELINE, '').replace(LEAD, '');
      const cut = lead.search(/\b(?:has|have|is|are|was|were|will|remain(?:s|ed)?|surpassed|reached)\b/i);
      const subject = (cut > 2 ? lead.slice(0, cut) : lead).replace(TRAIL, '').trim();
      if (subject.length > 4) return subject.slice(0, 90);
    }
    return '';
  }
}

/** Electric vehicles, lithium batteries and wind turbines rising 68.1 percent, 43.2 percent and 40.7 percent, respectively: names and values in step. */
function inStep(text: string, figures: readonly FoundFigure[], metrics: readonly Metric[]): Metric[] {
  const result = [...metrics];
  for (let i = 0; i < figures.length; i++) {
    let end = i + 1;
    while (end < figures.length && /^,?\s*(?:and\s+)?$/.test(text.slice((figures[end - 1] as FoundFigure).end, (figures[end] as FoundFigure).start))) end++;
    const count = end - i;
    const behind = text.slice((figures[end - 1] as FoundFigure).end), shares = /^\s*of\b/.test(behind) && /\b(?:made up|accounted for|represented)\s*$/.test(text.slice(Math.max(0, (figures[i] as FoundFigure).start - 24), (figures[i] as FoundFigure).start));
    if (count >= 2 && (shares || /^,?\s*respectively\b/i.test(behind))) {
      const before = /([^.;:]*)$/.exec(text.slice(Math.max(0, (figures[i] as FoundFigure).start - 240), (figures[i] as FoundFigure).start))?.[1] ?? '';
      const verb = /\s+(?:(?:were|was|are|is|made up|accounted for|represented|stood at|reached|totall?ed|by|of|at|to)\s*|(?:ris|grow|increas|fall|declin|climb|expand|surg)(?:ing|e|ed|s)?\s*(?:by|to)?\s*|(?:rose|grew|fell|up|down)\s*(?:by|to)?\s*)+$/i.exec(before);
      const names = (verb ? before.slice(0, verb.index) : '').replace(/\b(?:with|while|and|,)\s+(?=[a-z])/i, (m) => (/with|while/i.test(m) ? '|' : m)).split('|').at(-1)?.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map((name) => name.trim()).filter(Boolean) ?? [];
      if (verb && (shares ? names.length === count : names.length >= count)) names.slice(-count).forEach((name, k) => {
        const metric = result[i + k] as Metric, change = (metrics[i] as Metric).change;
        result[i + k] = { ...metric, text: shares ? `${name} share ${trimAfter(behind.split(/[,.;]/)[0] as string)}` : change === null ? name : `${name} ${change.trim().toLowerCase()}`, base: name, change };
      });
    }
    i = end - 1;
  }
  return result;
}

const takesNoun = (unitClass: string): boolean => unitClass === 'count' || unitClass === 'people';

function trimAfter(right: string): string {
  return right.replace(/^\s*(?:of\s+)?(?:the\s+|was\s+|were\s+|is\s+)*/i, '').replace(/\s*\b(?:and|or|to|from|by|an|a|the|in|at|with)\s*$/i, '').replace(/\s*\(?\s*(?:about|or)?\s*$/i, '').replace(/[.\s]+$/, '').trim();
}
