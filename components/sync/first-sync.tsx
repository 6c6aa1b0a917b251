import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { StartRun } from '#components/live/start-run.tsx';

export const FirstSync = () => (
  <EmptyState
    icon="sync"
    title="Nothing has been read yet"
    action={
      <StartRun>
        <Icon name="sync" />
        Start the first sync
      </StartRun>
    }
  >
    <p>
      The first sync reads billing, delegations, role assignments, partner links and the costs of this month
      and the one before. You can leave this page; it goes on by itself.
    </p>
    <p>What the service may not read is named here afterwards, with the right that is missing.</p>
  </EmptyState>
);
