'use client';

import { useTexts } from '#language';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { readAnswer } from '#components/live/read-answer.ts';
import type { FoundRows } from './grid-shape.ts';
import { sourceOf } from './row-source.ts';

/** As many as most windows show and draw beyond: each letter waits for them, and a taller window asks for the others. */
const FOUND_ROWS = 14;

type Found = FoundRows & { source: string };
type Looking = {
  /** Rows of the view that is being typed; null: those of the page. */
  found: Found | null;
  /** What is typed is not yet what the page shows. */
  isAhead: boolean;
  /** Nor is it found yet. */
  isBusy: boolean;
  /** Shows rows of the view with these parameters; false where that cannot be had. */
  look: (parameters: URLSearchParams) => Promise<boolean>;
  /** The page shows what was asked for last. */
  forget: () => void;
};

const Ahead = createContext<Looking | null>(null);

/** null: this list shows what is typed only with its page. */
export const useSearchAhead = (): Looking | null => useContext(Ahead);

type SearchAheadProps = {
  list: string;
  /** Where the rows of the page's own view come from. */
  source: string;
  children: ReactNode;
};

/** Rows of a search are shown as they are found; the page around them follows once typing pauses. */
export function SearchAhead({ list, source, children }: SearchAheadProps) {
  const t = useTexts('ui');
  const [asked, setAsked] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Found | null>(null);
  const call = useRef<AbortController>(undefined);
  useEffect(() => () => call.current?.abort(), []);
  const look = useCallback(
    async (parameters: URLSearchParams) => {
      call.current?.abort();
      const mine = (call.current = new AbortController());
      const view = sourceOf(list, parameters);
      setAsked(view);
      if (view === source) return true;
      const url = `${view}&offset=0&limit=${FOUND_ROWS}&found=yes`;
      // Our own API answers in this shape.
      const found = (await readAnswer(url, mine.signal)) as FoundRows | null;
      if (mine.signal.aborted) return true;
      if (found !== null) setAnswer({ ...found, source: view });
      return found !== null;
    },
    [list, source],
  );
  const forget = useCallback(() => {
    setAsked(null);
    setAnswer(null);
  }, []);
  const isAhead = asked !== null && asked !== source;
  const isBusy = isAhead && answer?.source !== asked;
  const looking = useMemo(
    () => ({ found: isAhead ? answer : null, isAhead, isBusy, look, forget }),
    [isAhead, isBusy, answer, look, forget],
  );
  return (
    <Ahead value={looking}>
      {children}
      {isBusy && <span data-loading="" role="status" aria-label={t('loading')} />}
    </Ahead>
  );
}

/** How many rows match, of those that are shown. */
export const FoundCount = ({ count }: { count: string }) => useSearchAhead()?.found?.count ?? count;

/** What is about the page's own view is not to be used while other rows are shown. */
export const OfThePage = ({ className, children }: { className: string; children: ReactNode }) => (
  <div className={className} inert={useSearchAhead()?.isAhead}>
    {children}
  </div>
);
