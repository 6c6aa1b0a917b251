import 'server-only';
import type { ToldLink } from '#lib/core/linked-how.ts';
import { isStepId, type StepValues } from '#lib/core/remedies/steps.ts';
import type { LighthouseNote } from '#lib/core/roles.ts';
import { areaTexts } from '#lib/texts/area-texts.ts';
import type { Area } from '#lib/texts/en/all-areas.ts';
import { formatFileReason } from '#lib/texts/format-file-reason.ts';
import { formatStep } from '#lib/texts/format-step.ts';
import { formatToldLink } from '#lib/texts/format-told-link.ts';
import { makeFormats } from '#lib/texts/formats.ts';
import type { Language } from '#lib/texts/languages.ts';
import { rightWords } from '#lib/texts/right-words.ts';
import { makeTranslator } from '#lib/texts/translator.ts';

/** Who gets an answer: a person with a language, or a program, which reads English and ISO dates. */
export type Reader = Language | 'program';

export type ReaderWords = {
  /** What is no id stays as it is: a sentence of before texts had languages. */
  step: (step: string, values: StepValues) => string;
  linkedHow: (told: ToldLink) => string;
  lighthouseNote: (note: LighthouseNote) => string;
  fileReason: (reason: string) => string;
};

const made = new Map<Reader, ReaderWords>();

/** What answers say in whole sentences. */
export function wordsFor(reader: Reader): ReaderWords {
  const words = made.get(reader) ?? makeWords(reader);
  made.set(reader, words);
  return words;
}

function makeWords(reader: Reader): ReaderWords {
  const language = reader === 'program' ? 'en' : reader;
  const textsOf = <OfArea extends Area>(area: OfArea) =>
    makeTranslator(language, area, areaTexts(language, area));
  const formats = makeFormats(language, textsOf('formats'));
  const { date } = formats;
  const written = (day: string): string => (reader === 'program' ? day : date(day));
  const writtenOrNull = (day: string | null): string | null => (day === null ? null : written(day));
  const remedies = textsOf('remedies');
  const linkedHow = textsOf('linkedHow');
  const roles = textsOf('roles');
  const rights = textsOf('rights');
  const fileReasons = textsOf('fileReasons');
  return {
    step: (step, values) =>
      isStepId(step)
        ? formatStep(remedies, step, {
            ...values,
            judgeableFrom: writtenOrNull(values.judgeableFrom),
            notBefore: writtenOrNull(values.notBefore),
            missingRight: values.missingRight && rightWords(rights, values.missingRight),
          })
        : step,
    lighthouseNote: (note) => roles(`lighthouseNote.${note}`),
    // The store holds it as programs read it.
    fileReason: (reason) => (reader === 'program' ? reason : formatFileReason(fileReasons, formats, reason)),
    linkedHow: (told) => formatToldLink(linkedHow, told, written),
  };
}
