'use client';

import { useState, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { BUTTON } from '#components/ui/button.ts';
import { Notice } from '#components/ui/notice.tsx';
import type { OwnLinkPage } from '#lib/queries/own-link.ts';
import { checkLink, removeLink, setLink, type OwnLinkAnswer } from './own-link-api.ts';
import { readOwnToken } from './own-link-token.ts';

type Wish = { kind: 'check' } | { kind: 'set'; partnerId: string } | { kind: 'remove' };

const FIELD = 'w-full max-w-md rounded-md border border-line-strong bg-surface px-3 py-1.5 text-sm';

/** Nothing is changed before the person has confirmed what will be. */
export function OwnLinkForm({ page }: { page: OwnLinkPage }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [partnerId, setPartnerId] = useState(page.partnerIds[0] ?? '');
  const [tenantId, setTenantId] = useState('');
  const [wish, setWish] = useState<Wish | null>(null);
  const [answer, setAnswer] = useState<OwnLinkAnswer | null>(null);
  const run = (what: Wish) =>
    startTransition(async () => {
      setWish(null);
      const accessToken = await readOwnToken(page.signIn);
      if (accessToken === null) {
        window.location.assign('/sign-in?again=1&to=%2Flinks%2Fme');
        return;
      }
      const given = await carryOut(what, { accessToken, tenantId: tenantId.trim() || null });
      setAnswer(given);
      if (given.ok) router.refresh();
    });
  return (
    <div className="grid gap-4">
      <label className="grid gap-1 text-sm">
        Partner ID
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
        Tenant, where it is not your own: a customer’s tenant id
        <input
          value={tenantId}
          onChange={(event) => setTenantId(event.target.value)}
          className={FIELD}
          name="tenantId"
          placeholder={page.managingTenantId}
          autoComplete="off"
        />
      </label>
      <p className="max-w-prose text-sm text-soft">
        Entra asks once for your consent to “access Azure as you”; an administrator can give it for everybody.
        A link belongs to you and one tenant, and gives no access to anything.
      </p>
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={BUTTON.plain}
          disabled={pending}
          onClick={() => run({ kind: 'check' })}
        >
          {pending ? 'Asking Azure' : 'Check my link'}
        </button>
        <button
          type="button"
          className={BUTTON.primary}
          disabled={pending}
          onClick={() => setWish({ kind: 'set', partnerId })}
        >
          Link me
        </button>
        <button
          type="button"
          className={BUTTON.plain}
          disabled={pending}
          onClick={() => setWish({ kind: 'remove' })}
        >
          Remove my link
        </button>
      </div>
      {wish !== null && <Confirmation wish={wish} onYes={() => run(wish)} onNo={() => setWish(null)} />}
      {answer !== null && <Answer answer={answer} />}
    </div>
  );
}

type Asked = { accessToken: string; tenantId: string | null };

function carryOut(wish: Wish, asked: Asked): Promise<OwnLinkAnswer> {
  if (wish.kind === 'set') return setLink(asked, wish.partnerId);
  return wish.kind === 'remove' ? removeLink(asked) : checkLink(asked);
}

type ConfirmationProps = { wish: Wish; onYes: () => void; onNo: () => void };

const Confirmation = ({ wish, onYes, onNo }: ConfirmationProps) => (
  <div role="alertdialog" aria-label="Confirm">
    <Notice
      tone="part"
      icon="warn"
      title={wish.kind === 'set' ? `Link you to ${wish.partnerId}?` : 'Remove your link?'}
      action={
        <div className="flex gap-2">
          <button type="button" className={BUTTON.primary} onClick={onYes}>
            Yes
          </button>
          <button type="button" className={BUTTON.plain} onClick={onNo}>
            No
          </button>
        </div>
      }
    >
      {wish.kind === 'set'
        ? 'A link to another partner ID is replaced. Credit follows from the next day on.'
        : 'Credit that rests on your link ends.'}
    </Notice>
  </div>
);

function Answer({ answer }: { answer: OwnLinkAnswer }) {
  if (!answer.ok) {
    const title = answer.code === 'consent-required' ? 'Your consent is missing' : 'It was refused';
    return (
      <div role="alert">
        <Notice tone="miss" icon="lock" title={title}>
          {answer.detail}
        </Notice>
      </div>
    );
  }
  const { link } = answer;
  return (
    <p role="status" className="text-sm font-medium">
      {link.state === 'linked'
        ? `You are linked to ${link.partnerId}${link.partnerName === null ? '' : `, ${link.partnerName}`}.`
        : 'You are not linked to any partner ID.'}
    </p>
  );
}
