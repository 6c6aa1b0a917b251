import type { Texts } from '../en/all-areas.ts';
import { access } from './access.ts';
import { answers } from './answers.ts';
import { attestation } from './attestation.ts';
import { audit } from './audit.ts';
import { causes } from './causes.ts';
import { changesPage } from './changes-page.ts';
import { changes } from './changes.ts';
import { costWords } from './cost-words.ts';
import { costs } from './costs.ts';
import { customerOwner } from './customer-owner.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';
import { decision } from './decision.ts';
import { evidence } from './evidence.ts';
import { figures } from './figures.ts';
import { fileHeads } from './file-heads.ts';
import { fileReasons } from './file-reasons.ts';
import { finding } from './finding.ts';
import { formats } from './formats.ts';
import { gaps } from './gaps.ts';
import { grid } from './grid.ts';
import { importFiles } from './import-files.ts';
import { imports } from './imports.ts';
import { layout } from './layout.ts';
import { linkedHow } from './linked-how.ts';
import { links } from './links.ts';
import { lists } from './lists.ts';
import { live } from './live.ts';
import { overview } from './overview.ts';
import { ownLinkPage } from './own-link-page.ts';
import { ownLink } from './own-link.ts';
import { pages } from './pages.ts';
import { palette } from './palette.ts';
import { people } from './people.ts';
import { personCustomers } from './person-customers.ts';
import { reconcile } from './reconcile.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { rights } from './rights.ts';
import { roles } from './roles.ts';
import { savedViews } from './saved-views.ts';
import { session } from './session.ts';
import { setAside } from './set-aside.ts';
import { settingsForm } from './settings-form.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { signIn } from './sign-in.ts';
import { sources } from './sources.ts';
import { statuses } from './statuses.ts';
import { stepReasons } from './step-reasons.ts';
import { subscription } from './subscription.ts';
import { subscriptions } from './subscriptions.ts';
import { sync } from './sync.ts';
import { ui } from './ui.ts';

export const zhHans: Texts = {
  access,
  answers,
  attestation,
  audit,
  causes,
  changes,
  changesPage,
  costWords,
  costs,
  customerOwner,
  customer,
  customers,
  decision,
  evidence,
  figures,
  fileHeads,
  fileReasons,
  finding,
  formats,
  gaps,
  grid,
  importFiles,
  imports,
  layout,
  linkedHow,
  links,
  lists,
  live,
  overview,
  ownLinkPage,
  ownLink,
  pages,
  palette,
  people,
  personCustomers,
  reconcile,
  remedies,
  report,
  rights,
  roles,
  savedViews,
  session,
  setAside,
  settingsForm,
  settings,
  setup,
  signIn,
  sources,
  statuses,
  stepReasons,
  subscription,
  subscriptions,
  sync,
  ui,
};
