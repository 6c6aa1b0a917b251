'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const LOOK_EVERY_MS = 2000;

/** Asks the server for the page anew while files are being read that somebody else gave, or that were found. */
export function FollowImports() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
