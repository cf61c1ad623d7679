/** What an English sentence says that a term is, comprises, stands for or is for. */
import type { Span } from '../../text/offsets';
import type { Judged } from './types';

const IS = /^["”’]?(?: \([^()]{1,60}\))?["”’]?(?: in [A-Z][A-Za-z]+)?(?:, [^,.]{3,70})?,? (?:is|are|was|were) (?:jointly |also )?(?:held|hosted|founded|established|launched|initiated|(?:[a-z-]+ ){1,3}(?:that|which)|a|an|the|one|not only|regarded|defined|considered|also|both|key|essential|important|central|vital)\b|^["”’]?(?: \([^()]{1,60}\))?(?:, [^,.]{3,70},)? (?:refers? to|means?|stands? for|denotes?|constitutes?|serves? as)\b/;
/** What it has been, has turned into, or will: served as a driving force, become a new platform. */
const SERVES = /^["”’]?(?: \([^()]{1,60}\))? (?:has |have |had |will )?(?:served? as|becomes?|become|became|turned into|constituted?) (?:a|an|the|one)\b/;
/** Who belongs to it. */
const MEMBERS = /^["”’]?(?: \([^()]{1,60}\))?(?:, [^.]{3,90},)? (?:has|have|brings together|unites) (?:more than |over |about |some )?\d[\d,]* (?:[a-z-]+ )?(?:members|parties|participants|signatories)\b/;
const APPOSED = /^["”’]?(?: \([^()]{1,60}\))?, (?:a|an|the|which|one of)\b/;
const COMPRISES = /^["”’]?(?: \([^()]{1,60}\))? (?:mainly )?(?:includes?|comprises?|consists? of|covers?|contains?|involves?)\b/;
const AIM = /\b(?:aims? (?:to|at)|aimed at|designed to|intended to|seeks? to|in order to|so as to|the goal of|the purpose of|with a view to)\b/;
const BENEFIT = /\b(?:helps?|contribut\w+ to|promot\w+|enabl\w+|support\w*|foster\w*|strengthen\w*)\b/;

/** How well an English sentence defines the term that stands in it. */
export function judgeEnglish(sentence: string, at: Span, letters: ReadonlySet<string>): Judged | null {
  const before = sentence.slice(Math.max(0, at.start - 200), at.start).replace(/["“‘]$/, ''), after = sentence.slice(at.end, at.end + 400);
  const opens = /^(?:(?:The|A|An|This|In fact,|Therefore,|[A-Z][a-z]+ly,) ?)?$|[,;:] (?:the |a |an )?$/i.test(before);
  if (IS.test(after)) return { kind: 'is-a', weight: opens ? 10 : 5 };
  if (SERVES.test(after)) return { kind: 'is-a', weight: opens ? 8 : 5 };
  if (MEMBERS.test(after)) return { kind: 'expansion', weight: opens ? 7 : 5.5 };
  if (COMPRISES.test(after)) return { kind: 'expansion', weight: opens ? 8 : 5.5 };
  if (/\b(?:known as|called|namely|such as|including) (?:the )?$/.test(before)) return { kind: 'is-a', weight: 5 };
  if (APPOSED.test(after)) return { kind: 'is-a', weight: 6 };
  const bracket = /^["”’]? \(\s*([^()]{2,60})\)/.exec(after);
  if (bracket && [...letters].some((l) => (bracket[1] as string).includes(l))) return { kind: 'abbreviation', weight: 5.2 };
  if (AIM.test(after)) return { kind: 'purpose', weight: 6 };
  if (opens && BENEFIT.test(after.slice(0, 30))) return { kind: 'purpose', weight: 5 };
  return null;
}
