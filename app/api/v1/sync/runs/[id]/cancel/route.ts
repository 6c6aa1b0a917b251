import { answerChange } from '../answer-change.ts';

export const POST = answerChange('cancel');
