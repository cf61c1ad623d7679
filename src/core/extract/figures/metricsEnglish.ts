/** What an English figure measures, in the words around it. */
import type { Span } from '../../text/offsets';
import type { Metric } from './metrics';
import type { FoundFigure } from './spans';
import { unitClassOf } from './units';

const CHANGE = /\b(increas(?:e|ed|es|ing)|grow(?:n|th|s|ing)?|grew|rose|risen|rise|rising|up|expand(?:ed|s|ing)|contract(?:ed|s|ing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|gain(?:ed|s|ing)|narrow(?:ed|s|ing)|shrank|slipped|dipped|decreas(?:e|ed|ing)|declin(?:e|ed|ing)|fell|fall|down|drop(?:ped)?|reduction|reduced)\b(?:\s+(?:of|by|to|at|in|rate of|rate was))*\s*(?:[\d.,]+\s*(?:million|billion|trillion)?\s*\w*\s+or)?$/i;
const TRAIL = /(?:\b(?:currently|there|about|worth|is|was|are|were|has|have|had|been|reached|reaching|reaches|hit|totaled|totalled|totaling|stood at|amounted to|came to|of|at|to|by|with|a total of|total of|a|an|the|and|or|has become|become|became|becoming|remained in|remained|in|on|for|than|accounting for|accounts for|accounted for|only|now|also|ranked|ranks|ranking|rose|rising|increased|increasing|grew|growing|fell|dropped|declined|up|down|from|exceed|exceeded|exceeding|expected to|set to)\b|[\s,:;(])+$/i;
const LEAD = /^(?:[\s,;:)–—-]|(?:the |an? )?(?:report|bulletin|data|figures|statistics|results?|survey)(?: also)? (?:said|says|show(?:s|ed)?|pointed out|indicated?) that|\b(?:and|while|but|among them|in addition|meanwhile|at present|currently|in total|a total of|the|which|with|of which|china has|china's|china|has|have|there (?:are|were)|it has)\b)+/i;

/** Clauses that only explain what stands before them. */
const APPOSITION = /^\s*(?:an?|which|who|whose|where|including|officially|partly|according|accounting|as|the (?:highest|lowest|fastest|largest|first|second|latest|most|best))\b/i;

/** Metrics of the figures of one English sentence, in order. */
export function englishMetricsOf(text: string, clauses: readonly Span[], figures: readonly FoundFigure[]): Metric[] {
  const metrics: Metric[] = [];
  figures.forEach((figure, i) => {
    const at = clauses.findIndex((c) => figure.start >= c.start && figure.start < c.end);
    const clause = clauses[at] ?? { start: figure.start, end: figure.end };
    const previous = figures[i - 1], next = figures[i + 1], last = metrics[i - 1];
    const left = clean(text.slice(previous && previous.end > clause.start ? previous.end : clause.start, figure.start));
    const right = clean(text.slice(figure.end, Math.min(clause.end, next ? next.start : clause.end)));
    const unitClass = figure.rank ? 'rank' : unitClassOf(figure.unit);
    const base = last?.base ?? subjectBefore(at);
    const change = CHANGE.exec(left);
    const joined = /^\s*or\s*$/i.test(left) && last?.change;
    if (joined && last) { metrics.push(last); return; }
    if (change && unitClass !== 'rank') {
      const own = left.slice(0, change.index).replace(LEAD, '').replace(TRAIL, '').replace(/^(?:(?:an?|the|representing|marking|registering|year-on-year|year on year|average|annual)\s*)+$/i, '');
      const subject = own.length > 2 ? own : base;
      metrics.push({ text: `${subject} ${(change[1] as string).toLowerCase()}`, base: subject, change: change[1] as string, before: own, tookAfter: false });
      return;
    }
    const before = left.replace(LEAD, '').replace(TRAIL, '').trim();
    const after = right.replace(/^\s*(?:of\s+)?(?:the\s+|was\s+|were\s+|is\s+)*/i, '').replace(/\s*(?:and|or|to|from|by|an|a|the|in)\s*$/i, '').replace(/[.\s]+$/, '').trim();
    const takesAfter = unitClass === 'count' || unitClass === 'people' || unitClass === 'rank' && /largest|biggest|highest/.test(text.slice(figure.start, figure.end)) || /^\s*(?:of|on|in|was|were|worth|for)\b/i.test(right);
    const own = [before, takesAfter ? after : ''].filter(Boolean).join(' ');
    // An average annual growth of 7 percent: of what the sentence is about.
    const words = /^(?:(?:an?|average|annual|year-on-year|growth|growth rate|increase)\b\s*)+$/i.test(own) && base ? `${base} ${own.replace(/^an?\s+/i, '')}` : own || base;
    metrics.push({ text: words, base: words, change: null, before, tookAfter: takesAfter });
  });
  return metrics;

  function subjectBefore(at: number): string {
    for (let c = at - 1; c >= 0; c--) {
      const clause = clauses[c] as Span;
      const whole = clean(text.slice(clause.start, clause.end));
      // An apposition says again what the subject is.
      if (c > 0 && APPOSITION.test(whole)) continue;
      const words = whole.replace(LEAD, '');
      const cut = words.search(/\b(?:has|have|is|are|was|were|will|surpassed|reached)\b/i);
      const subject = (cut > 2 ? words.slice(0, cut) : words).trim();
      if (subject.length > 4) return subject.slice(0, 90);
    }
    return '';
  }
}

function clean(words: string): string {
  return words.replace(/\b(?:in|by|since|during|as of|by the end of|at the end of)\s+(?:19|20)\d{2}\b,?/gi, ' ').replace(/\b(?:compared to|compared with|from|over|than)\s+the previous year\b/gi, ' ').replace(/\s+/g, ' ');
}
