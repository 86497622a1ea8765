import { stemmer } from '@orama/stemmers/danish';
import type { LanguageRules } from './language.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

// After det, den and de these make a pronoun of what may be an article: "De siger", but "De frivillige".
const VERBS =
  'er var har havde kan kunne skal skulle vil ville må måtte bliver blev kommer kom siger sagde gør gjorde ved vidste får fik tror troede går gik ' +
  'står stod giver gav tager tog ser så synes virker virkede lyder lød hedder hed handler handlede kræver krævede betyder betød koster kostede ' +
  'holder holdt ligger lå sidder sad skete sker fungerer fungerede lykkes lykkedes varede hører hørte mener mente skriver skrev ringer ringede';
// A "det" that only holds the place of what follows: "Det er vigtigt, at …", "Det handler om at …".
const PLACEHOLDER =
  'det (?:er|var|bliver|blev|handler|kræver|kan|må|skal|vil)(?: [^ ,.]+){0,6},? (?:at|om|når|hvis|hvad|hvem|hvor|der|som)(?= )';

/** Danish: Snowball stems, and the abbreviations whose full stop ends no sentence. */
export const da: LanguageRules = {
  stem: stemmer,
  abbreviations: words(
    'adm afd afs alm anm ang bd bl bl.a ca cand cand.mag cand.merc cand.polit cand.scient cand.soc civ d d.d dir dr dvs ekskl eks enh etc ' +
      'evt f f.eks fa fax fhv fhv fm fmd forb forf forh forts fr frk fs ft fuldm fx gdr gns gr hhv hr ift if iflg ifm inkl ing inst jf jr ' +
      'kap kbh kgl kl km kr kst kt kvm lb lign maks mag max mdl mdr medl mfl mf m.a.o m.fl m.h.p m.h.t m.m m.v mgl mht mia min mio ml mm ' +
      'modt mr mrk mrs mv n.n ndr nr nuv o o.a o.k o.l o.lign off omtr osv overs p p.a p.g.a p.t pct pga ph.d pkt pr prof pt pæd red ref ' +
      'reg resp rk s s.u sdr sek sen sml sp spm sr st stk str stud t tab tel temp tidl tilh tlf udg univ v.a ved vedr vej vha vol årg årl ' +
      'ø.l',
  ),
  endingAbbreviations: words('etc kr km m.fl m.m m.v mfl mio mv o.a o.l o.lign osv pct'),
  wordsOfOneLetter: words('i å ø'),
  connectors: /^(?:…|\.\.+|–|-|\s)*(?:men|og|så|for|altså|ja|nej|jo|nå|fordi|eller|derfor|ellers|også)(?!\p{L})/iu,
  pointers: new RegExp(
    `^(?:…|\\.\\.+|–|-|\\s)*(?:(?:og|men|så|for|altså|ja|nej|jo|nå|fordi),? )*(?!${PLACEHOLDER})(?:(?:det|den|de) (?:${VERBS.replaceAll(' ', '|')})(?!\\p{L})|(?:han|hun|ham|hende|dem|dette|disse|denne|deres|hans|hendes|dens|dets|sådan|derfor|dermed|derved)(?!\\p{L}))`,
    'iu',
  ),
};
