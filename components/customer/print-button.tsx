'use client';

import type { ReactNode } from 'react';
import { BUTTON } from '#components/ui/button.ts';

export const PrintButton = ({ children }: { children: ReactNode }) => (
  <button type="button" onClick={() => print()} className={BUTTON.primary}>
    {children}
  </button>
);
