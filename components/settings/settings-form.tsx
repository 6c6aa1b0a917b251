'use client';

import { useFormats, useTexts } from '#language';
import type { FormEvent } from 'react';
import { useChange } from '#components/live/use-change.ts';
import { BUTTON } from '#components/ui/button.ts';
import type { Setting } from '#lib/queries/schemas/settings.ts';
import { requestSettings } from './request-settings.ts';

/** Numbers with their bounds, saved together. */
export function SettingsForm({ settings }: { settings: readonly Setting[] }) {
  const t = useTexts('settingsForm');
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
    carryOut(() => requestSettings(wanted), t('saved'));
  };
  return (
    <form onSubmit={save} className="grid justify-items-start gap-5 text-sm">
      {settings.map((setting) => (
        <SettingField key={setting.name} setting={setting} />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={pending} className={BUTTON.primary}>
          {pending ? t('saving') : t('save')}
        </button>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
    </form>
  );
}

function SettingField({ setting }: { setting: Setting }) {
  const { name, value, usual, least, most, changedByName, changedAt } = setting;
  const t = useTexts('settingsForm');
  const { date } = useFormats();
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-medium">
        {t(`of.${name}.label`)}
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
        {t(`of.${name}.unit`)}
      </span>
      <p id={`${name}-help`} className="max-w-prose text-soft">
        {t(`of.${name}.help`)}{' '}
        <span className="text-faint">
          {t('range', { least, most })}{' '}
          {changedByName === null || changedAt === null
            ? t('usual')
            : t('changed', { who: changedByName, date: date(changedAt), usual })}
        </span>
      </p>
    </div>
  );
}
