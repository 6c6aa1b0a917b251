import { useTexts } from '#language';
import { Icon } from './icon.tsx';
import { useRightText } from './use-right-text.ts';

export function MissingRight({ right }: { right: string }) {
  const t = useTexts('ui');
  const rightText = useRightText();
  return (
    <span className="flex items-start gap-1.5">
      <Icon name="lock" className="mt-1 size-3.5 text-part" />
      <span>
        {t.rich('missingRight', {
          right: rightText(right),
          strong: <strong className="font-medium text-ink" />,
        })}
      </span>
    </span>
  );
}
