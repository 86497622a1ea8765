import type { ProseRules } from './language.ts';

const words = (list: string): string[] => list.split(' ');

/** English as journalists write it. */
export const en: ProseRules = {
  speech: words(
    'says said tells told explains explained adds added thinks thought concludes concluded notes noted recalls recalled argues argued stresses ' +
      'stressed replies replied asks asked continues continued admits admitted insists insisted suggests suggested remembers remembered writes wrote',
  ),
  framing: words('calls called describes described sees saw says said speaks spoke'),
  adverbs: words('also then now with a smile again quietly that it'),
  its: words('it'),
  from: ['from', 'by'],
  accordingTo: ['according to'],
  thus: ['so', 'that', 'thus'],
  pronouns: { she: 'female', her: 'female', he: 'male', him: 'male', his: 'male' },
  possessives: words('his her'),
  age: /^, (?:aged )?\d{1,2}(?![\d.])/,
  titles: words(
    'manager director consultant officer teacher nurse mayor leader head coordinator adviser advisor planner engineer architect librarian ' +
      'researcher professor principal secretary assistant worker volunteer chair chairman chairwoman psychologist economist editor specialist',
  ),
  definite: { before: 'the', after: '' },
  titleWords: words('senior daily chief deputy social'),
  titleLinks: ['of', 'in', 'for', 'at', 'from'],
  beforePlaces: words('to on near'),
  isA: '(?:who )?(?:is|was|works as|worked as|became)',
  beforeTitle: "(?:(?:an?|the|new|[^\\s.,:;]+'s) )*",
  openers: words(
    'In On When As After According The A An But And For It He She They We Then Here This That So From With At By While Since If Before During ' +
      'Among Both Finally Photo Contact',
  ),
  bodies: words('council municipality region centre center school university department network city town street house park museum church'),
  works: words(
    'book report project strategy article film campaign conference workshop podcast study model course programme program motto title theme',
  ),
  notTitles: words(
    'to of that about for with from at in on and who which when as into over under between among both all two three several many some the a an ' +
      'his her their its my our he she they it him them us we I you',
  ),
  called: words('called named titled entitled'),
  conjunctions: words('before while but and when until'),
  utterances: words('advice words answer message experience conclusion point hope view'),
  names: {
    female: new Set(
      words('Alice Amy Anna Anne Barbara Emma Emily Helen Jane Jenny Karen Kate Laura Linda Lucy Margaret Mary Nancy Ruth Sarah Susan'),
    ),
    male: new Set(
      words(
        'Adam Andrew Bill Bob Brian Charles Daniel David Edward George Henry James Jack John Mark Michael Paul Peter Robert Thomas Tom',
      ),
    ),
  },
};
