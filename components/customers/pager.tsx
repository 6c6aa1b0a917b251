import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { BUTTON } from '#components/ui/button.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import type { CustomerList } from '#lib/queries/schemas/customers.ts';
import type { Choice } from './choice.ts';

type PagerProps = { list: CustomerList; choice: Choice; paged: boolean };

export function Pager({ list, choice, paged }: PagerProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-soft">
      <p>
        {formatCount(list.items.length)} of {formatCount(list.total)} shown
      </p>
      <div className="flex gap-2 print:hidden">
        {paged && (
          <AppLink href={addressWith('/customers', choice)} className={BUTTON.plain}>
            First page
          </AppLink>
        )}
        {list.nextCursor !== null && (
          <AppLink
            href={addressWith('/customers', choice, { cursor: list.nextCursor })}
            className={BUTTON.plain}
          >
            Next page
          </AppLink>
        )}
      </div>
    </div>
  );
}
