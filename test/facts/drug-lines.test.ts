import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factBase } from '../../src/facts/fact-base.js';
import { service } from '../helpers/facts.js';
import { factsIn, readFacts } from '../helpers/facts-in.js';
import { readLexicon } from '../helpers/lexicon.js';

const { facts, includedRegions } = readLexicon();
const ask = (name: string, text: string) =>
  factBase(readFacts(text), { facts, includedRegions }).ask(
    name,
    service({ family: 'opioid', region: null }),
  );

describe('the morphine dose of a day', () => {
  it.each([
    ['Meds: Norco 10/325 mg 1 tab q6h prn #120.', 40],
    ['Takes tramadol 50 mg, 2-3/day.', 15],
    ['Norco 10/325, three daily.', 30],
    ['Percocet 5/325 up to four a day', 30],
    ['hydrocodone/acetaminophen 10/325 mg three times a day', 30],
    ['oxycodone 5 mg 1 tab q8h prn', 22.5],
    ['Oxycontin 20mg bid and Percocet 10-325mg qid', 120],
    ['MS Contin 30 mg b.i.d.', 60],
    ['Morphine sulfate ER 15 mg every 12 hours', 30],
    ['Nucynta ER 100 mg twice daily', 80],
    ['Opana ER 10 mg q12h', 60],
    ['Dilaudid 4 mg TID', 48],
    ['fentanyl patch 25 mcg/hr every 72 hours', 60],
    ['Methadone 10 mg bid', 80],
    ['Methadone 10 mg tid', 240],
    ['Tylenol #3 one every 8 hours', 13.5],
    ['Vicodin 5/500 two tablets twice a day', 20],
    ['Ultram 50 mg 1-2 tabs qid', 40],
    ['She takes three Norco 10/325 a day.', 30],
    ['Norco 5/325 one tablet at bedtime', 5],
    ['Patient is taking Norco 7.5/325, 1/2 tab bid.', 7.5],
    ['Norco 10/325 prn, 7 per week', 10],
    ['She has cut Percocet 5/325 from 4 a day to 1 at bedtime.', 7.5],
    ['She takes approximately 4 tablets of Norco 10/325 mg per day.', 40],
    ['Takes Norco 5/325 2 tabs q4-6h, max 8/day.', 40],
    ['Norco 10/325 1 tab q6h prn, up to 5 per day.', 50],
    ['He takes one Norco 10/325 in the morning and one at night.', 20],
    ['Norco 10/325 2 tabs qam and 1 tab qhs.', 30],
    ['Norco 5/325 qam and qhs.', 10],
    ['Norco 10/325 1 1/2 tab bid.', 30],
    ['Norco 10/325 mg as needed for spasm, Percocet 5/325 mg one tablet three times daily.', 22.5],
    ['Norco 10/325 qid, Soma 350 mg tid, Neurontin 600 mg tid.', 40],
    ['Butrans 10 mcg/hr weekly, Norco 5/325 bid.', 10],
    [
      'Norco 5/325 bid; with Norco he can finish the shift and walk the dog, without it he goes home 2/wk.',
      10,
    ],
  ])('is added up from the directions: %s', (text, dose) => {
    expect(ask('total_med_mg_per_day', text)).toMatchObject(
      text.includes('Butrans') ? { value: dose } : { status: 'present', value: dose },
    );
  });

  it.each([
    ['Norco 10/325 four a day was stopped in May.'],
    ['He no longer takes Norco.'],
    ['The patient previously took Norco 10/325 qid.'],
    ['Naproxen 550 mg bid, omeprazole 20 mg qd.'],
    ['The request is for Norco 10/325 mg #120.'],
    ['Opioid agreement on file.'],
  ])('is not known where no opioid is taken now at a known dose: %s', (text) => {
    expect(ask('total_med_mg_per_day', text).status).toBe('not-documented');
  });

  it('counts each drug once, at its last directions', () => {
    expect(
      ask('total_med_mg_per_day', 'Norco 10/325 six a day in May. On 6/1/2014 Norco 10/325 two a day.').value,
    ).toBe(20);
  });

  it('does not count what was stopped later', () => {
    expect(
      ask(
        'total_med_mg_per_day',
        'Takes Norco 10/325 qid and MS Contin 15 mg bid. MS Contin was discontinued.',
      ).value,
    ).toBe(40);
  });

  it('is uncertain where the dose of one opioid is not given', () => {
    expect(ask('total_med_mg_per_day', 'Meds: Norco 10/325 qid, Percocet as needed.')).toMatchObject({
      status: 'uncertain',
      value: 40,
    });
  });

  it('is what the letter states where it states it', () => {
    expect(ask('total_med_mg_per_day', 'MED is 60. Norco 10/325 qid.')).toMatchObject({
      status: 'present',
      value: 60,
    });
  });

  it('grows with the number of tablets', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        (n) => ask('total_med_mg_per_day', `Takes Norco 10/325, ${n} per day.`).value === n * 10,
      ),
    );
  });
});

describe('the drugs that are taken now', () => {
  it.each([
    [
      'Meds: Norco 10/325 qid, Soma 350 mg qhs, Lyrica.',
      ['carisoprodol', 'hydrocodone_acetaminophen', 'pregabalin'],
    ],
    ['Takes naproxen. Tramadol stopped 2014 due to nausea.', ['naproxen']],
    ['Naproxen, tramadol and methocarbamol each tried. MEDS: Naproxen 550 mg BID.', ['naproxen']],
    ['Celebrex was ceased owing to high blood pressure. Takes Lyrica.', ['pregabalin']],
    ['Norco has been replaced by Percocet. Takes Lyrica.', ['pregabalin']],
    ['Prior meds included Soma and Naprosyn. Takes Lyrica.', ['pregabalin']],
    ['On 6/20/2013 patient is taking ibuprofen. On 7/18/2013 patient stopped ibuprofen.', null],
    ['Coumadin not used. Celebrex 200 mg daily.', ['celecoxib']],
    ['Allergies: codeine. Takes Tylenol.', ['acetaminophen']],
    ['UDS positive for hydrocodone, consistent.', null],
    ['She takes neurontine and Naprosin.', ['gabapentin', 'naproxen']],
  ])('are listed by their generic names: %s', (text, drugs) => {
    expect(ask('current_medications', text).value).toEqual(drugs);
  });
});

describe('directions', () => {
  it.each([
    ['Norco 10/325 mg 1 tab q6h prn #120', 'days_supply present 30'],
    ['Soma 350 mg one po tid #90', 'days_supply present 30'],
    ['Naproxen 550 mg BID, quantity 60', 'days_supply present 30'],
    ['Flexeril 7.5 mg 1 tab TID #90', 'drug_strength_mg present 7.5'],
    ['Cymbalta 60 qd', 'drug_strength_mg present 60'],
    ['60 mg of morphine daily', 'drug_strength_mg present 60'],
    ['gabapentin 2,400 mg a day', 'drug_strength_mg present 2400'],
    ['Norco since at least 2008, Soma since 11/2012', 'opioid_use_months present [54,66]'],
    ['He has been on Flexeril for 8 months.', 'drug_use_weeks present 34.8'],
    ['Ambien for over a year', 'drug_use_weeks present 52.2'],
    ['Two years of naproxen', 'drug_use_weeks present 104.4'],
    ['He has used Norco for two and a half months.', 'opioid_use_months present 2.5'],
    ['Vicodin for a year and a half', 'opioid_use_months present 18'],
    ['Percocet for half a year', 'opioid_use_months present 6'],
    ['Started Norco 2 months ago.', 'opioid_use_months present 2'],
    ['Her narcotic use goes back two years.', 'opioid_use_months present 24'],
    ['Duration of cyclobenzaprine use: 8 weeks.', 'drug_use_weeks present 8'],
    ['A 30-day supply of naproxen 550 mg was dispensed.', 'days_supply present 30'],
    ['Norco started; opioid naive.', 'opioid_use_months absent'],
  ])('are read: %s', (text, expected) => {
    expect(factsIn(text, '2013-07-02')).toContain(expected);
  });

  it.each([
    ['Norco for pain of 3 years.', 'opioid_use_months'],
    ['10 weeks, Norco came down from four a day to one a day.', 'opioid_use_months'],
    ['Ibuprofen. Pain for 6 months.', 'drug_use_weeks'],
  ])('do not take the length of something else for that of use: %s', (text, name) => {
    expect(factsIn(text, '2013-07-02').filter((said) => said.startsWith(name))).toEqual([]);
  });

  it('read any text without failing', () => {
    const words = [
      'Norco',
      '10/325',
      'mg',
      'q',
      '6',
      'h',
      '#',
      '120',
      'a',
      'day',
      'to',
      'from',
      'prn',
      '/',
      '.',
      'bid',
      'stopped',
      'for',
      'years',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (some) =>
        factsIn(some.join(' ')).every((said) => said !== ''),
      ),
    );
  });
});

describe('a statement about a drug', () => {
  it.each([
    ['Norco helps with pain.', 'opioid', 'present'],
    ['Norco helps with pain.', 'nsaid', 'not-documented'],
    ['Medications help with pain.', 'nsaid', 'present'],
    ['Norco helps with pain. Naproxen does not help.', 'nsaid', 'absent'],
    ['Norco helps with pain. Naproxen does not help.', 'opioid', 'present'],
  ])('is about the class of the drug it names: %s (%s)', (text, family, status) => {
    const base = factBase(readFacts(text), { facts, includedRegions });
    expect(base.ask('pain_relief_from_drug', service({ family, region: null })).status).toBe(status);
  });
});
