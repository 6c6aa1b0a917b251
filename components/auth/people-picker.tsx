import { Icon } from '#components/ui/icon.tsx';
import type { SignInPage } from '#lib/queries/sign-in.ts';

type PeoplePickerProps = { people: SignInPage['demoPeople']; to: string };

/** The demonstration's people, each a plain form that works without script. */
export const PeoplePicker = ({ people, to }: PeoplePickerProps) => (
  <ul className="grid gap-2">
    {people.map(({ userName, displayName, description }) => (
      <li key={userName}>
        <form method="post" action="/api/v1/session/demo">
          <input type="hidden" name="userName" value={userName} />
          <input type="hidden" name="to" value={to} />
          <button
            type="submit"
            className="flex w-full items-center justify-between gap-3 rounded-lg border border-line bg-surface px-4 py-3 text-left hover:border-line-strong"
          >
            <span>
              <span className="block font-medium">{displayName}</span>
              <span className="block text-sm text-soft">{description}</span>
            </span>
            <Icon name="right" className="size-4 text-faint" />
          </button>
        </form>
      </li>
    ))}
  </ul>
);
