/**
 * The search of one segment for places that are near a span. Seeds vote for regions of diagonals, the regions with most votes are
 * measured by edit distance. What seeds prove to be far is measured only where nothing near is found, and then the few best.
 */
import type { IndexPart } from '../library/types';
import { nearestIn, type PatternMasks } from './editDistance';
import { documentAt } from './libraryText';
import { REGION_WIDTH, votedRegions, type VotedRegion, type Votes } from './regions';
import { allSeeds, disjointSeeds, type Grams, type Seeds } from './seeds';
import type { TrigramIndex } from './trigramIndex';

/** A segment with what the finder needs of it. */
export interface FinderPart {
  readonly part: IndexPart;
  readonly grams: TrigramIndex;
  readonly votes: Votes;
}

/** A place of one segment that has been measured. */
export interface Measured {
  readonly part: IndexPart;
  /** Least edit distance of the span to what ends there. */
  readonly distance: number;
  /** Offset (exclusive) in the segment's units. */
  readonly end: number;
  readonly votes: number;
}

/** The search for one span in one segment. */
export interface Search {
  readonly part: FinderPart;
  /** How many units the span has. */
  readonly length: number;
  readonly grams: Grams;
  readonly masks: PatternMasks;
  /** Edits within which a place is near. */
  readonly near: number;
  /** Diagonals of the regions that have been measured. */
  readonly done: Set<number>;
  /** What has been measured, in all segments. */
  readonly measured: Measured[];
}

/** A trigram whose postings take more bytes than this (some 4,000) is worth nothing as a seed; only where all do, rarer is better than none. */
const GAIN = 8000;
/** Bytes of postings read for one span in one segment at most: what repeats everywhere tells nothing. */
const BUDGET = 40_000;
/** The same where disjoint seeds have proved where something near may be: of what is far, rare trigrams find the best. */
const FAR_BUDGET = 8000;
/** Regions that come into question for one span; a short one is measured quickly, and similar to more. */
const MOST_REGIONS = 24;
const MOST_REGIONS_SHORT = 144;
const SHORT = 32;
/** So many are measured before all trigrams are asked: what is near is nearly always among them. */
const FIRST = 12;
/** Of those that are too far to be near so many: words that are shortened or turned are found there. */
const MOST_FAR = 12;

const most = ({ length }: Search): number => (length <= SHORT ? MOST_REGIONS_SHORT : MOST_REGIONS);

const votesOf = (search: Search, seeds: Seeds): VotedRegion[] => votedRegions(search.part.grams, search.part.votes, search.length, seeds.read, most(search));

/** Whether something near may be in a region: the seeds that are missing there are edits. */
const mayBeNear = ({ near }: Search, seeds: Seeds, region: VotedRegion): boolean => seeds.total - region.votes <= near * seeds.each;

/** What disjoint seeds tell. */
export interface FirstVotes {
  /** The regions that may hold something near, those with most votes first. */
  readonly possible: readonly VotedRegion[];
  /** Whether nothing near can be elsewhere. */
  readonly complete: boolean;
}

/** Measures the few regions that most disjoint seeds vote for. */
export function byDisjointSeeds(search: Search): FirstVotes {
  const seeds = disjointSeeds(search.grams, GAIN, BUDGET), voted = votesOf(search, seeds);
  let nearest = Infinity;
  for (const region of voted.slice(0, FIRST)) {
    // Where something is near, what cannot be is of no interest.
    if (nearest <= search.near && !mayBeNear(search, seeds, region)) break;
    nearest = Math.min(nearest, measure(search, region));
  }
  const possible = voted.filter((region) => mayBeNear(search, seeds, region));
  return { possible, complete: possible.length < most(search) };
}

/** Measures all regions that may hold something near as disjoint seeds tell: one is near, and others may be nearer. */
export function allPossible(search: Search, { possible }: FirstVotes): void {
  for (const region of possible) measure(search, region);
}

/** Measures the regions that may hold something near as both disjoint and all seeds tell, and of the others those with most votes. */
export function byAllSeeds(search: Search, { possible, complete }: FirstVotes): void {
  const seeds = allSeeds(search.grams, complete ? FAR_BUDGET : BUDGET), diagonals = new Set(possible.map(({ diagonal }) => diagonal));
  // The same place may be told of in a region and in the one beside it.
  const beside = REGION_WIDTH / 2;
  let far = 0;
  for (const region of votesOf(search, seeds)) {
    const { diagonal } = region;
    const may = mayBeNear(search, seeds, region) && (!complete || diagonals.has(diagonal) || diagonals.has(diagonal - beside) || diagonals.has(diagonal + beside));
    if (may || ++far <= MOST_FAR) measure(search, region);
  }
}

/** Measures the nearest place of a region; gives its distance, infinite where there is none that has not been measured before. */
function measure({ part: { part }, length, masks, near, done, measured }: Search, { diagonal, votes }: VotedRegion): number {
  if (done.has(diagonal)) return Infinity;
  done.add(diagonal);
  const { units } = part.segment;
  const from = Math.max(0, diagonal - near), to = Math.min(units.length, diagonal + REGION_WIDTH + length + near);
  if (to - from < 3) return Infinity;
  const { distance, end } = nearestIn(units, from, to, masks);
  // What is near in a hidden document is no reason to be content.
  if (end === from || (distance <= near && (part.sources[documentAt(part, end - 1)] as number) < 0)) return Infinity;
  measured.push({ part, distance, end, votes });
  return distance;
}
