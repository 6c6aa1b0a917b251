import { useTexts } from '#language';
import { AzureWords } from '#components/ui/azure-words.tsx';
import { readFileReason } from '#lib/core/file-reasons.ts';
import { readStepReason } from '#lib/core/step-reasons.ts';
import { stepReasons } from '#lib/texts/en/step-reasons.ts';
import { useFileReason } from './use-file-reason.ts';
import { useStepReason } from './use-step-reason.ts';

type Failure = { kind: string; message: string; code: string | null };
type FailureWordsProps = { failure: Failure; open: boolean };
type OwnKind = keyof typeof stepReasons.kind;

const isOwnKind = (kind: string): kind is OwnKind => kind in stepReasons.kind;

/** Why something was not read: in our words where we say it, in Azure's where Azure does. */
export function FailureWords({ failure, open }: FailureWordsProps) {
  const t = useTexts('stepReasons');
  const stepReason = useStepReason();
  const fileReason = useFileReason();
  const { kind, message, code } = failure;
  const told = readStepReason(message);
  if (told?.code === 'of-subscriptions') {
    return (
      <>
        <p className="text-soft">{stepReason(told)}</p>
        <FailureWords failure={{ kind, message: String(told.values['reason'] ?? ''), code }} open={open} />
      </>
    );
  }
  if (told !== null) return <p className="text-soft">{stepReason(told)}</p>;
  if (readFileReason(message) !== null) return <p className="text-soft">{fileReason(message)}</p>;
  if (!isOwnKind(kind)) return <AzureWords message={message} code={code} open={open} />;
  return (
    <>
      <p className="text-soft">{t(`kind.${kind}`)}</p>
      <AzureWords title={t('detail')} message={<code>{message}</code>} code={code} open={false} />
    </>
  );
}
