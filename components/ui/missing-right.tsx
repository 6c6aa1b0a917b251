import { useTexts } from '#language';
import { rightWords } from '#lib/texts/right-words.ts';
import { Icon } from './icon.tsx';

export function MissingRight({ right }: { right: string }) {
  const t = useTexts('ui');
  const rights = useTexts('rights');
  return (
    <span className="flex items-start gap-1.5">
      <Icon name="lock" className="mt-1 size-3.5 text-part" />
      <span>
        {t.rich('missingRight', {
          right: rightWords(rights, right),
          strong: <strong className="font-medium text-ink" />,
        })}
      </span>
    </span>
  );
}
