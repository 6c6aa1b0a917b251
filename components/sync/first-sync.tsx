import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { StartSync } from './start-sync.tsx';

export const FirstSync = () => (
  <EmptyState
    icon="sync"
    title="Nothing has been read yet"
    action={
      <StartSync>
        <Icon name="sync" />
        Start the first sync
      </StartSync>
    }
  >
    <p>
      The first sync reads billing, delegations, role assignments, partner links and the costs of this month
      and the one before. You can leave this page; it goes on by itself.
    </p>
    <p>What the service may not read is named here afterwards, with the right that is missing.</p>
  </EmptyState>
);
