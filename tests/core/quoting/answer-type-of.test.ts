import { describe, expect, test } from 'vitest';
import { answerTypeOf, matchesAnswerType } from '../../../src/core/quoting/answer-type-of.ts';

describe('the answer type of a question', () => {
  test.each([
    ['How many ferries are there?', 'count'],
    ['Which year was it sold?', 'when'],
    ['How often does it sail?', 'frequency'],
    ['How long is the crossing, and how many days a week?', 'duration'],
    ['What did the old ferry cost?', 'money'],
    ['Wie viel Prozent der Fähren sind neu?', 'share'],
    ['Why was it sold?', 'reason'],
    ['Which other countries have one?', 'names'],
    ['Where was it sold?', 'where'],
    ['What does France think?', 'statement'],
    ['Who sold it?', 'who'],
    ['Was it sold?', 'any'],
    ['What was the board accused of?', 'any'],
    ['Which policeman was found guilty?', 'who'],
    ['Which former officer sold it?', 'who'],
    ['How much does the board owe?', 'money'],
    ['How much compensation did she get?', 'money'],
    ['What were the lamps worth?', 'money'],
    ['The Who', 'any'],
    ['It was sold, but to whom?', 'who'],
    ['What happens when it is sold?', 'any'],
    ['Who may sail when it is dark?', 'who'],
    ['What do pilots who retire get?', 'any'],
    ['Do you know when it sails?', 'when'],
    ['And since when?', 'when'],
    ['By whom was it sold?', 'who'],
    ['As for the ferry, where was it sold?', 'where'],
    ['¿Desde cuándo navega?', 'when'],
    ['¿Qué pasa cuando zarpa?', 'any'],
    ['What is a harbour pilot?', 'definition'],
    ['What was agreed at the harbour?', 'any'],
    ['What was decided?', 'any'],
    ['What is the latest harbour decision?', 'any'],
    ['What is distributed ledger technology?', 'definition'],
    ['Wie viel Elterngeld gibt es?', 'money'],
    ['Wie hoch darf die Mietkaution sein?', 'money'],
    ['What does AP4 stand for?', 'definition'],
    ['What is the harbour rate for, according to the council?', 'definition'],
    ['What are the sanctions for, and who imposed them?', 'who'],
    ['What is the speed limit for ferries?', 'number'],
    ['What share of the ferries is new?', 'share'],
    ['Warum wurde sie verkauft?', 'reason'],
    ['Wie hoch ist der Mindestlohn?', 'money'],
    ['Was ist eine Fähre?', 'definition'],
    ['Combien de jours faut-il attendre ?', 'duration'],
    ['Quelles informations faut-il donner quand on signale un bug ?', 'any'],
    ['¿Quién gobierna el proyecto?', 'who'],
    ['Quando apre il porto?', 'when'],
    ['O que é um farol?', 'definition'],
    ['Hoeveel schepen zijn er?', 'number'],
    ['メンバーは誰が決めるのですか?', 'who'],
    ['什么是渡船？', 'definition'],
    ['왜 배가 가라앉았나요?', 'reason'],
  ] as const)('%s', (question, answerType) => {
    expect(answerTypeOf(question)).toBe(answerType);
  });
});

describe('a sentence matches', () => {
  test.each([
    ['number', 'Twelve were sold.', 'Some were sold.'],
    ['number', 'It cost EUR20.', 'It runs on x86, A320 and Covid-19.'],
    ['number', 'Of A320s there are 40.', 'The A320 sailed.'],
    ['number', 'It sold 20M lamps.', '18F and the 3D team sailed.'],
    ['when', 'It was sold in May.', 'It was sold.'],
    ['reason', 'It was sold because it was old.', 'It was sold.'],
    ['names', 'Japan, Korea and Australia have one.', 'They have one.'],
    ['where', 'It was sold in Tokyo.', 'It was sold.'],
    ['statement', 'The mayor warned that it is old.', 'It sank.'],
    ['who', 'It was sold by Lund.', 'It was sold.'],
  ] as const)('the type %s: "%s", not "%s"', (answerType, yes, no) => {
    expect([matchesAnswerType(yes, answerType), matchesAnswerType(no, answerType)]).toEqual([true, false]);
  });

  test('no type at all, if the question has none', () => {
    expect(matchesAnswerType('Twelve were sold in Tokyo in May.', 'any')).toBe(false);
  });
});
