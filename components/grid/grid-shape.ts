import type { IconName } from '#components/ui/icon-shapes.ts';
import type { SortLink } from '#components/ui/sort-link.ts';
import type { Tone } from '#components/ui/tone.ts';

/** One line of a cell, ready to read: words, dates and amounts are written by the server, for the one who reads. */
export type Part =
  | { kind: 'text'; text: string; look: 'plain' | 'soft' | 'faint' | 'mono' }
  | { kind: 'link'; text: string; href: string; look: 'strong' | 'soft' }
  | { kind: 'badge'; text: string; tone: Tone; icon: IconName }
  | { kind: 'badge-link'; text: string; href: string; tone: Tone; icon: IconName }
  | { kind: 'amount'; text: string; before: string; zero: boolean }
  | { kind: 'time'; at: string; text: string; exact: string; before: string }
  | { kind: 'none'; why: string }
  | { kind: 'id'; id: string; label: string }
  /** Something of the list's own, which its page draws. */
  | { kind: 'own'; value: object }
  /** `text`: its name; '' where words beside it say the same. */
  | { kind: 'bar'; text: string; segments: BarSegment[] };

/** `look`: class names of colour and pattern. */
export type BarSegment = { look: string; share: number };

export type GridRow = { key: string; cells: Part[][] };

export type GridHead = {
  id: string;
  title: string;
  numeric: boolean;
  /** Stands above the value where rows are cards; '' where the value needs none. */
  label: string;
  /** Takes the card's whole width. */
  wide: boolean;
  widthRem: number;
  sort: SortLink | null;
  help: { about: string; text: string } | null;
};

/** Rows of a list as its page shows them. */
export type GridWindow = {
  /** Another one says that the list has changed meanwhile. */
  version: string;
  total: number;
  rows: GridRow[];
};

/** The first rows of a search, before its page is there. */
export type FoundRows = GridWindow & {
  /** "12 of 1,204 customers". */
  count: string;
};

export type ShownGrid = GridWindow & {
  caption: string;
  heads: GridHead[];
  /** Totals of all rows that match: a line for each, cell by cell. */
  foot: Part[][][];
  /** How many rows stand before the first. */
  offset: number;
  /** Where further rows of the same view are to be had. */
  source: string;
};
