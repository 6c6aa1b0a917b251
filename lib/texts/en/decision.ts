export const decision = {
  changed: '{changed, plural, one {# finding was changed.} other {# findings were changed.}}',
  changedSome:
    '{changed, plural, =0 {No finding was changed} one {# finding was changed} other {# findings were changed}}; {unknown, plural, one {# is not there any more.} other {# are not there any more.}}',
  same: 'Nothing was changed: it stands so already.',
  undone:
    '{undone, plural, one {# finding is as it was before.} other {# findings are as they were before.}}',
  undoneSome:
    '{undone, plural, =0 {No finding was put back} one {# finding is as it was before} other {# findings are as they were before}}; {kept, plural, one {# has changed since and stays.} other {# have changed since and stay.}}',
} as const;
