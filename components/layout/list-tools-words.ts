export const LIST_TOOLS_WORDS = {
  views: 'Views',
  noViews: 'No view is kept for this page yet.',
  loading: 'Loading…',
  name: 'Name of this view',
  save: 'Keep this view',
  share: 'Everybody can open it',
  shared: (owner: string | null) => `shared by ${owner ?? 'somebody'}`,
  forget: (name: string) => `Forget the view ${name}`,
  saved: 'Kept.',
  exportAs: { csv: 'CSV', xlsx: 'Excel' },
  exportTitle: (format: string, total: number) => `All ${total} rows of this view, as ${format}`,
  exportLabel: 'Export',
} as const;
