import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

/** React's names of what HTML and SVG call otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  clipPath: 'clip-path',
  fillOpacity: 'fill-opacity',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeOpacity: 'stroke-opacity',
  strokeWidth: 'stroke-width',
  textAnchor: 'text-anchor',
  vectorEffect: 'vector-effect',
};
/** These mean something else where React draws them, so that who needs one stays with React. */
const NOT_HERE = new Set(['dangerouslySetInnerHTML', 'defaultChecked', 'defaultValue', 'ref']);
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);
const WITHOUT_UNIT = new Set([
  'flex',
  'flexGrow',
  'flexShrink',
  'fontWeight',
  'lineHeight',
  'opacity',
  'order',
  'zIndex',
]);
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * The HTML of elements without any script of their own: several times as fast as React, which first writes them for
 * the browser's script, reads that again and only then draws. Components may use what is known of the request.
 */
export function drawHtml(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string') return escapeHtml(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (isValidElement<Props>(node)) return drawElement(node);
  if (Symbol.iterator in node) return Array.from(node, drawHtml).join('');
  throw new Error('What is awaited cannot be drawn here');
}

type Props = Readonly<Record<string, unknown>> & { children?: ReactNode };

function drawElement({ type, props }: ReactElement<Props>): string {
  if (type === Fragment) return drawHtml(props.children);
  if (typeof type === 'string') return drawTag(type, props);
  // A component without state is a function of what it is given; another one throws.
  if (typeof type === 'function') return drawHtml((type as (given: Props) => ReactNode)(props));
  throw new Error('Only functions and tags are drawn here');
}

function drawTag(tag: string, props: Props): string {
  let attributes = '';
  for (const name in props) attributes += name === 'children' ? '' : drawAttribute(name, props[name]);
  if (VOID.has(tag)) return `<${tag}${attributes}/>`;
  return `<${tag}${attributes}>${drawHtml(props.children)}</${tag}>`;
}

const isText = (name: string): boolean => name.startsWith('aria-') || name.startsWith('data-');

function drawAttribute(name: string, value: unknown): string {
  if (NOT_HERE.has(name) || typeof value === 'function') throw new Error(`${name} cannot be drawn here`);
  if (value === null || value === undefined || (typeof value === 'boolean' && !isText(name))) {
    return value === true ? ` ${name.toLowerCase()}=""` : '';
  }
  const text = name === 'style' && typeof value === 'object' ? styleText(value) : String(value);
  return ` ${NAMES[name] ?? name}="${escapeHtml(text)}"`;
}

const styleText = (style: object): string =>
  Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${styleName(name)}:${styleValue(name, value)}`)
    .join(';');

const styleName = (name: string): string =>
  name.startsWith('--') ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const styleValue = (name: string, value: unknown): string =>
  typeof value === 'number' && value !== 0 && !name.startsWith('--') && !WITHOUT_UNIT.has(name)
    ? `${value}px`
    : String(value);
