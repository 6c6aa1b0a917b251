'use client';

import { PageFailure } from '#components/layout/page-failure.tsx';

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <PageFailure reference={error.digest ?? null} retry={retry} />;
}
