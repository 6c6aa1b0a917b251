const PREFIX = 'pecboard-typed:';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const SECRET_TYPES = new Set(['password', 'hidden', 'file']);

const fields = (): Field[] =>
  [...document.querySelectorAll<Field>('main input[name], main textarea[name], main select[name]')].filter(
    (field) => !SECRET_TYPES.has(field.type),
  );

const keyHere = (): string => `${PREFIX}${window.location.pathname}`;

const isToggle = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';

/** The row or form that a field belongs to, where several of one name stand on a page. */
const ownerOf = (field: Field): string => field.closest<HTMLElement>('[data-typed]')?.dataset['typed'] ?? '';

const keyOf = (field: Field): string => `${ownerOf(field)} ${field.name}`;

const textOf = (field: Field): string => (isToggle(field) ? String(field.checked) : field.value);

/** Keeps what was typed on this page over a sign-in, in this tab alone. */
export function keepTyped(): void {
  const typed = fields().map((field) => [keyOf(field), textOf(field)]);
  window.sessionStorage.setItem(keyHere(), JSON.stringify(typed));
}

/** Puts back what was kept, once. */
export function restoreTyped(): void {
  const kept = window.sessionStorage.getItem(keyHere());
  if (kept === null) return;
  window.sessionStorage.removeItem(keyHere());
  // Written by keepTyped alone.
  const typed = JSON.parse(kept) as [string, string][];
  const texts = Map.groupBy(typed, ([key]) => key);
  for (const field of fields()) {
    const [, text] = texts.get(keyOf(field))?.shift() ?? [];
    if (text !== undefined && text !== textOf(field)) put(field, text);
  }
}

/** Through the element's own setter, so that React hears of it. */
function put(field: Field, text: string): void {
  for (
    let fold = field.closest('details');
    fold !== null;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true;
  if (isToggle(field)) {
    field.click();
    return;
  }
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
