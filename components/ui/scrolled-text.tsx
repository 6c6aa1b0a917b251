type ScrolledTextProps = { text: string; name: string; className?: string };

/** Text that keeps its lines and is scrolled within: by the keyboard too, which not every browser offers by itself. */
export const ScrolledText = ({ text, name, className = '' }: ScrolledTextProps) => (
  <pre
    role="group"
    aria-label={name}
    tabIndex={0}
    className={`overflow-auto rounded-md border bg-subtle px-4 py-3 font-mono text-xs leading-relaxed print:max-h-none print:whitespace-pre-wrap ${className}`}
  >
    <code>{text}</code>
  </pre>
);
