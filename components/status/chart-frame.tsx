import type { ReactNode } from 'react';

type ChartFrameProps = {
  /** Along the axis from its top, each with how much of the plot stands below it. */
  marks: readonly { at: number; text: string; room: number }[];
  /** Below the plot, from its first to its last place. */
  ends: readonly string[];
  /** Height of the plot. */
  className: string;
  children: ReactNode;
};

/** A plot with its marks outside of it: the drawing is stretched, words are not. */
export const ChartFrame = ({ marks, ends, className, children }: ChartFrameProps) => (
  <div className="grid grid-cols-[minmax(3.25rem,auto)_minmax(0,1fr)] gap-x-2 text-2xs text-faint">
    <div aria-hidden="true" className={`flex flex-col text-right leading-none ${className}`}>
      {marks.map(({ at, text, room }) => (
        <span key={at} className="contents">
          <span className="-my-1">{text}</span>
          {room > 0 && <span style={{ flexGrow: room }} />}
        </span>
      ))}
    </div>
    <div className={className}>{children}</div>
    <div aria-hidden="true" className="col-start-2 flex justify-between pt-1.5">
      {ends.map((end) => (
        <span key={end}>{end}</span>
      ))}
    </div>
  </div>
);
