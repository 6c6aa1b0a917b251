import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { TONE_TEXT } from '#components/ui/tone.ts';
import type { Part } from './grid-shape.ts';

/** `inGrid`: the grid moves the focus itself, so nothing within a cell is a stop of its own. */
type PartViewProps = { part: Part; inGrid: boolean; draw?: Draw | undefined };

/** Draws what is a list's own. */
export type Draw = (value: object, stop: Stop) => ReactNode;

/** What within a cell can be used takes these: the Tab key has one stop in a grid. */
export type Stop = { tabIndex?: number };

export function PartView({ part, inGrid, draw }: PartViewProps) {
  switch (part.kind) {
    case 'text':
      if (part.look === 'mono') return <code className="part part-mono">{part.text}</code>;
      return (
        <span className={`part part-${part.look}`} dir="auto">
          {part.text}
        </span>
      );
    case 'link':
      return (
        <a href={part.href} className={`part part-link part-${part.look}`} dir="auto" {...stopOf(inGrid)}>
          {part.text}
        </a>
      );
    case 'badge':
      return (
        <span className={`part part-badge ${TONE_TEXT[part.tone]}`}>
          <Icon name={part.icon} className="size-3.5" />
          {part.text}
        </span>
      );
    case 'badge-link':
      return (
        <a
          href={part.href}
          className={`part part-badge part-link ${TONE_TEXT[part.tone]}`}
          {...stopOf(inGrid)}
        >
          <Icon name={part.icon} className="size-3.5" />
          {part.text}
        </a>
      );
    case 'own':
      return draw?.(part.value, stopOf(inGrid)) ?? null;
    case 'amount':
      return (
        <span className={part.zero ? 'part part-amount part-faint' : 'part part-amount'}>
          {part.before !== '' && <small>{`${part.before} `}</small>}
          {part.text}
        </span>
      );
    case 'time':
      return (
        <time dateTime={part.at} title={part.exact} className="part part-faint">
          {part.before + part.text}
        </time>
      );
    case 'none':
      return (
        <span className="part part-faint" role="img" aria-label={part.why} title={part.why}>
          –
        </span>
      );
    case 'id':
      return (
        <span className="part part-id">
          <code title={part.id}>{part.id}</code>
          <CopyButton text={part.id} label={part.label} {...stopOf(inGrid)} />
        </span>
      );
    case 'bar':
      return (
        <span className="part part-bar" {...namedAs(part.text)}>
          {part.segments.map(({ look, share }, index) => (
            // Segments have no name of their own, and never change places.
            <i key={index} className={look} style={{ flexGrow: share }} />
          ))}
        </span>
      );
  }
}

/** A bar that only repeats the words beside it has no name. */
const namedAs = (text: string) => (text === '' ? { 'aria-hidden': true } : { role: 'img', title: text });

const stopOf = (inGrid: boolean): Stop => (inGrid ? { tabIndex: -1 } : {});
