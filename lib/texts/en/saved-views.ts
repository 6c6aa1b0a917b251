export const savedViews = {
  views: 'Views',
  noViews: 'No view is kept for this page yet.',
  loading: 'Loading…',
  name: 'Name of this view',
  save: 'Keep this view',
  share: 'Everybody can open it',
  shared: 'shared by {owner}',
  sharedBySomebody: 'shared by somebody',
  forget: 'Forget the view {name}',
  saved: 'Kept.',
} as const;
