'use client';

import { useTexts } from '#language';
import { useState, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { isKnownCode } from '#components/live/use-problem-text.ts';
import { BUTTON } from '#components/ui/button.ts';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { OwnLinkPage } from '#lib/queries/own-link.ts';
import { checkLink, removeLink, setLink, type OwnLinkAnswer } from './own-link-api.ts';
import { readOwnToken } from './own-link-token.ts';

type Wish = { kind: 'check' } | { kind: 'set'; partnerId: string } | { kind: 'remove' };

const FIELD = 'w-full max-w-md rounded-md border border-line-strong bg-surface px-3 py-1.5 text-sm';

/** Nothing is changed before the person has confirmed what will be. */
export function OwnLinkForm({ page }: { page: OwnLinkPage }) {
  const t = useTexts('ownLink');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [partnerId, setPartnerId] = useState(page.partnerIds[0] ?? '');
  const [tenantId, setTenantId] = useState('');
  const [wish, setWish] = useState<Wish | null>(null);
  const [answer, setAnswer] = useState<OwnLinkAnswer | null>(null);
  const run = (what: Wish) =>
    pending ||
    startTransition(async () => {
      const accessToken = await readOwnToken(page.signIn);
      if (accessToken === null) {
        window.location.assign('/sign-in?again=1&to=%2Flinks%2Fme');
        return;
      }
      const given = await carryOut(what, { accessToken, tenantId: tenantId.trim() || null });
      setAnswer(given);
      if (given.kind === 'answered') router.refresh();
    });
  return (
    <div className="grid gap-4">
      <label className="grid gap-1 text-sm">
        {t('partnerId')}
        <select
          value={partnerId}
          onChange={(event) => setPartnerId(event.target.value)}
          className={FIELD}
          name="partnerId"
        >
          {page.partnerIds.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm">
        {t('tenant')}
        <input
          value={tenantId}
          onChange={(event) => setTenantId(event.target.value)}
          className={FIELD}
          name="tenantId"
          placeholder={page.managingTenantId}
          autoComplete="off"
        />
      </label>
      <p className="max-w-prose text-sm text-soft">{t('consent')}</p>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={BUTTON.plain}
          aria-disabled={pending}
          onClick={() => run({ kind: 'check' })}
        >
          {pending ? t('asking') : t('check')}
        </button>
        <button
          type="button"
          className={BUTTON.primary}
          aria-disabled={pending}
          onClick={() => setWish({ kind: 'set', partnerId })}
        >
          {t('link')}
        </button>
        <button
          type="button"
          className={BUTTON.plain}
          aria-disabled={pending}
          onClick={() => setWish({ kind: 'remove' })}
        >
          {t('remove')}
        </button>
      </div>
      {wish !== null && wish.kind !== 'check' && (
        <ConfirmDialog
          title={wish.kind === 'set' ? t('linkQuestion', { partnerId: wish.partnerId }) : t('removeQuestion')}
          yes={t(wish.kind === 'set' ? 'link' : 'remove')}
          no={t('keep')}
          takes={wish.kind === 'remove'}
          onYes={() => run(wish)}
          onClose={() => setWish(null)}
        >
          {wish.kind === 'set' ? t('replaced') : t('creditEnds')}
        </ConfirmDialog>
      )}
      {answer !== null && <Answer answer={answer} />}
    </div>
  );
}

type Asked = { accessToken: string; tenantId: string | null };

function carryOut(wish: Wish, asked: Asked): Promise<OwnLinkAnswer> {
  if (wish.kind === 'set') return setLink(asked, wish.partnerId);
  return wish.kind === 'remove' ? removeLink(asked) : checkLink(asked);
}

function Answer({ answer }: { answer: OwnLinkAnswer }) {
  const t = useTexts('ownLink');
  const answers = useTexts('answers');
  if (answer.kind === 'no-answer') {
    return (
      <div role="alert">
        <Notice tone="miss" icon="warn" title={t('noAnswer')}>
          {answers('noAnswer')}
        </Notice>
      </div>
    );
  }
  if (answer.kind === 'refused') {
    const title = answer.code === 'consent-required' ? t('consentMissing') : t('refused');
    return (
      <div role="alert">
        <Notice tone="miss" icon="lock" title={title}>
          {isKnownCode(answer.code) ? answers(`code.${answer.code}`) : answer.detail}
        </Notice>
      </div>
    );
  }
  const { link } = answer;
  return (
    <p role="status" className="text-sm font-medium">
      {link.state !== 'linked' && t('notLinked')}
      {link.state === 'linked' &&
        (link.partnerName === null
          ? t('linked', { partnerId: link.partnerId })
          : t('linkedNamed', { partnerId: link.partnerId, name: link.partnerName }))}
    </p>
  );
}
