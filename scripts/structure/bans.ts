import { lineAt, type SourceText } from './source-text.ts';

type Ban = {
  name: string;
  pattern: RegExp;
  in: keyof SourceText;
  where: RegExp;
  except?: RegExp;
};

const TESTS = /\.(test|spec|contract)\.tsx?$/;
const PRODUCT = /^(app|components|lib)\/|^(instrumentation|proxy)/;

const BANS: readonly Ban[] = [
  {
    name: 'the environment is read in lib/config.ts only',
    pattern: /\bprocess\s*\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/g,
    in: 'code',
    where: PRODUCT,
    except: /^lib\/config\.ts$|\/testing\/|^instrumentation\.ts$|\.test\.tsx?$/,
  },
  {
    name: 'only the Azure room and the progress client may fetch',
    pattern: /(?<![.\w])(?:globalThis\s*\.\s*|window\s*\.\s*)?fetch\s*\(/g,
    in: 'code',
    where: PRODUCT,
    except:
      /^lib\/azure\/|^components\/(live|auth|people|own-link|imports)\/|^components\/[\w-]+\/request-[\w-]+\.ts$|\.test\.tsx?$/,
  },
  {
    name: 'core has no clock: pass the instant in',
    pattern: /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())|\bperformance\s*\.\s*now\b/g,
    in: 'code',
    where: /^lib\/core\//,
  },
  {
    name: 'any is not a type here',
    pattern: /(?<=[:<|&,=(]\s*|\bas\s+|\bextends\s+)\bany\b(?!\s*[('"`:=])/g,
    in: 'code',
    where: /./,
  },
  {
    name: 'a type error is mended, not silenced',
    pattern: /@ts-(?:ignore|expect-error|nocheck)/g,
    in: 'comments',
    where: /./,
  },
  {
    name: 'no test is skipped or runs alone',
    pattern:
      /\b(?:it|test|describe|suite)\s*(?:\.\s*\w+\s*)*\.\s*(?:skip|only|todo|fixme|skipIf|runIf|fails)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(/g,
    in: 'code',
    where: TESTS,
  },
];

export type Problem = { path: string; line: number; message: string };

export function bansBrokenBy(path: string, source: SourceText): Problem[] {
  return BANS.filter(({ where, except }) => where.test(path) && except?.test(path) !== true).flatMap((ban) =>
    [...source[ban.in].matchAll(ban.pattern)].map((match) => ({
      path,
      line: lineAt(source.code, match.index),
      message: ban.name,
    })),
  );
}
