import { stemmer } from '@orama/stemmers/danish';
import type { LanguageRules } from './language.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// What may stand before a pronoun without making the sentence stand alone: "Men det …".
const LEAD_INS = '(?:…|\\.\\.+|–|-|\\s)*(?:(?:og|men|så|for|altså|ja|nej|jo|nå|fordi),? )*';
// After det, den and de these make a pronoun of what may be an article: "De siger", but "De frivillige".
const VERBS =
  'arbejder begyndte bestemmer betyder betød blev bliver burde bør der endte er fandt fik fungerede fungerer får gav gik giver gjorde går gør ' +
  'handler handlede har havde hed hedder hjalp hjælper holder holdt hører hørte kan kom kommer kostede koster kræver krævede kunne ligger lyder ' +
  'lykkedes lykkes lød lå melder mener mente må måtte ringede ringer sad sagde ser sidder siger skal skete sker skrev skriver skulle spørger ' +
  'spurgte startede stod står synes så tager tog troede tror var varede ved ville vil virker virkede vidste væltede';
const WHO = '(?:jeg|vi|han|hun|man|du)';
const POINTS = [
  `(?:det|den|de) (?:${VERBS.replaceAll(' ', '|')})`,
  '(?:blev|er|var|gik|kom|kunne|skal|skulle|vil|ville) (?:det|den|de)',
  '(?:han|hun|ham|hende|dem|dette|disse|deres|hendes|dens|dets|sådan|derfor|dermed|derved|derimod|desuden|begge (?:dele|parter)|det samme|den slags)',
  '(?:her|der|dér) (?:sidder|står|gik|mødes|skete|begyndte)',
  // What stands first is what was spoken of: "Det forstår jeg godt", "Der prøver man sig frem".
  `(?:det|dét|den|her|der|dér) (?!\\p{L}*ste )\\p{L}+ ${WHO}`,
  // Words in -er and -ede after "de" are verbs, those in -e adjectives: "De nikkede", "De mødes", but "De frivillige".
  'de (?!\\p{L}+,? (?:der|som|hvor) )\\p{L}+(?:r|ede|es)',
  // A noun after "den" that no adjective comes before is one of before: "Den weekend", but "Den nye leder".
  'den (?!\\p{L}+e |\\p{L}+,? (?:der|som|hvor|at|man|vi|jeg|du|\\p{L}+(?:en|et|ne)) )\\p{L}+',
  `(?:før|efter|midt i|ud over|udover|bortset fra|ved siden af) (?:det|den|dem) (?:${VERBS.replaceAll(' ', '|')})`,
  '(?:uden|med|for|til|af|hos|fra|om) (?:dem|ham|hende)(?!,? (?:der|som|på|i|fra|med) )',
  // "Bagefter gik hun", "Hvordan skulle vi måle det?".
  '(?:\\p{L}+ ){1,4}(?:han|hun)',
  'hv\\p{L}+ [^,.?]*(?:det|den|dem|ham|hende)\\?',
  // "Jeg forstår dem", "Vi har elleve af dem", but "Jeg kender dem, der …".
  '(?:jeg|vi|man|du|havde|hvis|nogle|flere|mange|to|tre) (?:\\p{L}+ ){0,3}(?:dem|ham|hende)(?!,? (?:der|som|på|i|fra|med) )',
];
// A "det" that only holds the place of what follows: "Det er vigtigt, at …", "Det tager tid at …", "Det går godt med …".
const PLACEHOLDER = [
  'det (?:er|var|bliver|blev|kan|kunne|må|skal|vil|ville)(?! der| (?:dem|ham|hende|det))(?: [^ ,.]+){0,6},? (?:at|om|når|hvis|hvad|hvem|hvor|som|der|med) ',
  'det (?:handler|kræver|tager|koster|lykkes|hjælper|gælder) ',
  'det går (?:godt|skidt|fint|bedre|langsomt|hurtigt) ',
];

/** Danish: Snowball stems, and the abbreviations whose full stop ends no sentence. */
export const da: LanguageRules = {
  stem: stemmer,
  endings:
    /^(?:(?:ing|ning|else|ering|ation|e?lig|ig|isk|sk|bar|som|hed|eri|end|ant)?(?:e|en|ens|er|ere|eres|eret|erne|ernes|es|et|ets|ede|est|n|ne|r|s|t|te)?|d|de|dt|nde)$/,
  abbreviations: words(
    'adm afd afs alm anm ang bd bl bl.a ca cand cand.mag cand.merc cand.polit cand.scient cand.soc civ d d.d d.v.s dir dr dvs ekskl eks enh ' +
      'evt f f.eks fa fhv fm fmd forb forf forh forts fr frk fs ft fuldm fx gdr gns gr hhv hr ift if iflg ifm inkl ing inst jf jr kbh kgl kl ' +
      'kst kvm lb m.a.o m.h.p m.h.t mdl medl mf mgl mht modt mrk mrs n.n ndr nr nuv o omtr overs p p.a p.g.a p.t pga ph.d pkt pr prof pæd ' +
      'ref reg resp rk s s.u sdr sml sp spm sr st stud tel temp tidl tilh tlf udg univ v.a vedr vha årg årl',
  ),
  endingAbbreviations: words(
    'a.d etc f.kr kap kr km lign m.fl m.m m.v mdr mfl mia min mio ml mm mv o.a o.k o.l o.lign osv pct pt sek stk timer ugtl vol ø.l',
  ),
  wordsOfOneLetter: words('i å ø'),
  connectors:
    /^(?:…|\.\.+|–|-|\s)*(?:men|og|så|for|altså|ja|nej|jo|nå|fordi|eller|derfor|ellers|også|samtidig|jamen|tja|tværtimod|bagefter|derefter|alligevel|til gengæld)(?!\p{L})/iu,
  responses:
    /^(?:(?:ja|jo|jep|jamen|nej|næ|nå|tja|tjo|øh|øhm|hm|haha|okay|ok|altså|vel|ikke(?: også| sandt)?|præcis|nemlig)(?!\p{L})[\s,.!?…–—-]*)+$/iu,
  trailers: /^nå(?!\p{L})|(?:\.\.|…|:)$/iu,
  pointers: new RegExp(`^${LEAD_INS}(?!${PLACEHOLDER.join('|')})(?:${POINTS.join('|')})(?!\\p{L})`, 'iu'),
  fillers: words('altså ah eh ehm hm hmm hmmm ja jamen jo ligesom lissom mhm mm mmm nå sgu sådan tja tjo æh æhm øh øhh øhhh øhm øhmm øhø'),
  fillerPhrases: ['ikke også', 'ikke sandt', "ik' også", 'ik også', 'du ved', 'hvad hedder det', 'kan man sige', 'så at sige'].map(
    (phrase) => phrase.split(' '),
  ),
  smallWords: words('og at der som så men nu her da et en den det'),
  negations: words('ikke ik ikk aldrig ingen ingenting intet hverken næppe uden ej'),
};
