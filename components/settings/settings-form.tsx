'use client';

import type { FormEvent } from 'react';
import { useChange } from '#components/live/use-change.ts';
import { BUTTON } from '#components/ui/button.ts';
import { formatDate } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import type { Setting } from '#lib/queries/schemas/settings.ts';
import { requestSettings } from './request-settings.ts';

const WORDS: Readonly<Record<Setting['name'], { label: string; unit: string; help: string }>> = {
  attestationDays: {
    label: 'An attested link counts for at most',
    unit: 'days',
    help: 'Holds for attestations from now on; those recorded keep their date.',
  },
  ownLinkDays: {
    label: 'A link read on a person’s behalf counts for',
    unit: 'days',
    help: 'Nobody else can read it again. The next sync and every page after it go by this.',
  },
  heavyLinkSubscriptions: {
    label: 'Warn of an identity that alone carries',
    unit: 'subscriptions or more',
    help: 'On the page of links, beside the warning for half of all subscriptions.',
  },
};

/** Numbers with their bounds, saved together. */
export function SettingsForm({ settings }: { settings: readonly Setting[] }) {
  const { pending, problem, carryOut } = useChange();
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const valueOf = (name: Setting['name']): number => Number(form.get(name));
    const wanted = {
      attestationDays: valueOf('attestationDays'),
      ownLinkDays: valueOf('ownLinkDays'),
      heavyLinkSubscriptions: valueOf('heavyLinkSubscriptions'),
    };
    carryOut(() => requestSettings(wanted), 'The settings were saved.');
  };
  return (
    <form onSubmit={save} className="grid justify-items-start gap-5 text-sm">
      {settings.map((setting) => (
        <SettingField key={setting.name} setting={setting} />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={pending} className={BUTTON.primary}>
          {pending ? 'Saving' : 'Save settings'}
        </button>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
    </form>
  );
}

function SettingField({ setting }: { setting: Setting }) {
  const { name, value, usual, least, most, changedByName, changedAt } = setting;
  const { label, unit, help } = WORDS[name];
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <span className="flex items-center gap-2">
        <input
          id={name}
          name={name}
          type="number"
          inputMode="numeric"
          required
          min={least}
          max={most}
          defaultValue={value}
          aria-describedby={`${name}-help`}
          className="w-24 rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-right tabular-nums"
        />
        {unit}
      </span>
      <p id={`${name}-help`} className="max-w-prose text-soft">
        {help}{' '}
        <span className="text-faint">
          {formatCount(least)} to {formatCount(most)}.{' '}
          {changedByName === null || changedAt === null
            ? 'This is the usual value.'
            : `${changedByName} changed it on ${formatDate(changedAt)}; usually ${formatCount(usual)}.`}
        </span>
      </p>
    </div>
  );
}
