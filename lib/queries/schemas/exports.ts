import { z } from 'zod';
import { changesPageQuery } from './changes.ts';
import { costsPageQuery } from './costs.ts';
import { customersPageQuery } from './customers.ts';
import { fileLanguage } from './file-language.ts';
import { gapsQuery } from './gaps.ts';
import { linksPageQuery } from './links.ts';
import { rolesPageQuery } from './roles.ts';
import { guid } from './shared.ts';
import { subscriptionsPageQuery } from './subscriptions.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const file = { format: z.enum(EXPORT_FORMATS).default('csv'), language: fileLanguage };
const MOST_CHOSEN = 150;
const SUBSCRIPTION_KEY = z
  .string()
  .regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/i, 'must be TENANT_ID/SUBSCRIPTION_ID');

/** Rows chosen one by one, by their ids. */
const only = (key: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.toLowerCase().split(','))
    .pipe(z.array(key).min(1).max(MOST_CHOSEN))
    .optional()
    .meta({
      override: {
        type: 'string',
        description: `Only these rows: ids, comma separated, ${MOST_CHOSEN} at most`,
      },
    });

const window = { limit: true, cursor: true } as const;

/** A list's own filters and order; a file has all rows that match. */
export const exportQueries = {
  customers: customersPageQuery.omit(window).extend({ ...file, only: only(guid) }),
  subscriptions: subscriptionsPageQuery.omit(window).extend({ ...file, only: only(SUBSCRIPTION_KEY) }),
  costs: costsPageQuery.omit(window).extend(file),
  findings: gapsQuery.omit(window).extend({ ...file, only: only(guid) }),
  links: linksPageQuery.omit(window).extend(file),
  roles: rolesPageQuery.omit(window).extend(file),
  changes: changesPageQuery.omit(window).extend(file),
};

export type ExportedList = keyof typeof exportQueries;
export type ExportQuery<List extends ExportedList> = z.infer<(typeof exportQueries)[List]>;
/** What a list is filtered and ordered by, without how the file is written. */
export type ExportFilters<List extends ExportedList> = Omit<ExportQuery<List>, 'format' | 'language'>;
