import type { ProseRules } from './language.ts';

const words = (list: string): string[] => list.split(' ');

/** Danish as journalists write it. */
export const da: ProseRules = {
  speech: words(
    'siger sagde fortæller fortalte forklarer forklarede mener mente slutter sluttede tilføjer tilføjede lyder lød understreger understregede ' +
      'fortsætter fortsatte uddyber uddybede konstaterer konstaterede påpeger påpegede pointerer pointerede vurderer vurderede fremhæver ' +
      'fremhævede supplerer supplerede husker huskede svarer svarede spørger spurgte udtaler udtalte konkluderer konkluderede afslutter ' +
      'afsluttede opsummerer opsummerede nævner nævnte beretter berettede bemærker bemærkede erklærer erklærede indrømmer indrømmede erkender ' +
      'erkendte medgiver medgav indskyder indskød indvender indvendte råder rådede opfordrer opfordrede hævder hævdede gentager gentog griner ' +
      'grinede smiler smilede ler lo skriver skrev fastslår fastslog tænker tænkte bekræfter bekræftede anbefaler anbefalede advarer advarede ' +
      'håber håbede synes syntes begynder indleder indledte kommenterer kommenterede formulerer formulerede udbryder udbrød nikker nikkede ' +
      'beskriver beskrev afrunder afrundede betoner betonede lover lovede sagt fortalt udtalt skrevet forklaret funderer funderede',
  ),
  framing: words(
    'kalder kaldte beskriver beskrev betegner betegnede oplever oplevede taler talte fremhæver peger pegede mener mente siger sagde føler følte ' +
      'sammenligner sammenlignede omtaler omtalte savner savnede ønsker ønskede drømmer kaldt beskrevet betegnet omtalt roser roste giver gav understreger lægger lagde ser så',
  ),
  adverbs: words(
    'også videre så nu derfor selv samtidig ligeledes da igen til sidst blandt andet bl.a. desuden endvidere dog altså imidlertid ofte altid gerne ' +
      'grinende smilende eftertænksomt stille med et smil og tørt kort ærligt åbent direkte afslutningsvis indledningsvis det om sig for sin del sådan',
  ),
  its: words('det rådet ordene svaret beskeden opfordringen meldingen budskabet vurderingen samstemmende'),
  from: ['fra', 'hos', 'af'],
  accordingTo: ['ifølge', 'iflg.', 'siger ifølge'],
  thus: ['sådan', 'således', 'det', 'ordene', 'citatet', 'dét', 'beskeden', 'rådet', 'svaret'],
  pronouns: { hun: 'female', hende: 'female', hendes: 'female', han: 'male', ham: 'male', hans: 'male' },
  possessives: words('hans hendes'),
  age: /^,? (?:på )?\d{1,2}(?: år)?(?![\d.])/,
  titles: words(
    'leder chef konsulent direktør medarbejder pædagog lærer koordinator formand forkvinde borgmester sekretær assistent rådgiver planlægger ' +
      'ingeniør arkitekt sygeplejerske terapeut fuldmægtig specialist ansvarlig bibliotekar kurator forsker professor lektor facilitator ' +
      'underviser sagsbehandler inspektør rektor forstander psykolog læge jurist økonom redaktør journalist vejleder byrådsmedlem politiker ' +
      'dagplejer pedel tovholder gartner hjælper arbejder forperson ejer vært kok håndværker betjent præst træner landmand fisker ' +
      'medlem frivillig provst antropolog sociolog adjunkt analytiker controller partner pårørende mentor',
  ),
  definite: { before: 'den', after: '(?:e?n)' },
  titleWords: words('daglig faglig pædagogisk administrerende teknisk ledende kommunal administrativ konstitueret tidligere'),
  titleLinks: ['i', 'for', 'af', 'ved', 'på', 'hos', 'fra'],
  beforePlaces: words('til over mod om langs nær'),
  isA:
    '(?:(?:der|som) )?(?:(?:til daglig|nu|i dag|selv) )?(?:er|var|arbejder som|arbejdede som|har arbejdet som|har været|blev|blev ansat som|sidder som|' +
    'kom til som|kom fra en stilling som)(?: til daglig| i dag| nu| selv)?',
  beforeTitle: '(?:(?:en|et|den|ny|nye|nyansat|nyansatte|nyudnævnt|uddannet|erfaren|mangeårig|[^\\s.,:;]+s) )*',
  openers: words(
    'I Da Når Ifølge For Det Men Og Til På Fra Hos Med Også Efter Som Så Her Den De En Et Sådan Både Mens Af At Hvis Hvor Hvad Hvorfor Hvordan ' +
      'Hun Han Vi Jeg Man Der Selv Nu Før Under Over Ved Om Fordi Siden Blandt Men Endelig Alligevel Derfor Samtidig Netop Således Uden Mellem ' +
      'Mod Gennem Ud Op Ind Hver Alle Mange Flere Nogle Både Tidligere Senere Bagefter Dagen Imens Ligesom Især Kun Dog Igen Ja Nej Tak Foto Af ' +
      'Tekst Kontakt Fakta Læs',
  ),
  bodies: words(
    'kommune region center centret centeret skole skolen børnehave universitet universitetet forvaltning forvaltningen netværk netværket fonden ' +
      'forening foreningen råd rådet udvalg udvalget ministeriet styrelsen biblioteket plejehjem hus huset park parken by byen gade gaden vej vejen ' +
      'miljø service borgerservice jobcenter akademi a/s aps kl danmark projekt projektet havn havnen avis avisen museum museet kirke',
  ),
  works: words(
    'bog bogen rapport rapporten projekt projektet strategi strategien artikel artiklen pjece pjecen film filmen kampagne kampagnen indsats ' +
      'indsatsen forløb forløbet netværk netværket konference konferencen workshop workshoppen temadag temadagen oplæg oplægget podcast podcasten ' +
      'undersøgelse undersøgelsen hæfte hæftet model modellen metode metoden kursus kurset program programmet politik politikken overskrift ' +
      'overskriften titel titlen tema temaet motto mottoet navn navnet pulje puljen pris prisen forening foreningen udstilling udstillingen slogan ' +
      'sloganet plan planen vision visionen initiativ initiativet arrangement arrangementet uddannelse uddannelsen kapitel kapitlet værktøj ' +
      'værktøjet plakat plakaten skilt skiltet bind serie serien sang sangen visen spil spillet',
  ),
  notTitles: words(
    'til om at for med fra hos af på i under efter ved som der men når da hvor mod over mellem gennem uden blandt andre andet både alle begge to ' +
      'tre fire fem flere mange nogle den det de en et sin sit sine hans hendes deres min mit mine vores ham hende dem hun han sig os jeg vi man du',
  ),
  called: words('læste læser læst hedder hed kaldet kaldes døbt titlen navnet overskriften mottoet kaldte kalder benævnt'),
  conjunctions: words('inden før hvorefter mens men og da så hvorpå'),
  utterances: words(
    'råd ord svar besked oplevelse erfaring erfaringer budskab konklusion vurdering pointe håb opfordring anbefaling udgangspunkt holdning ' +
      'forklaring historie',
  ),
  names: {
    female: new Set(
      words(
        'Anna Anne Annette Anette Anita Ane Astrid Agnes Alma Amalie Andrea Bente Berit Birgit Birgitte Birthe Bodil Britt Camilla Caroline Cathrine ' +
          'Cecilie Charlotte Christina Conny Dorte Dorthe Ditte Eline Ella Else Emilie Emma Eva Fatima Freja Frida Gitte Grethe Gro Hanne Heidi Helle ' +
          'Helene Henriette Ida Inge Inger Ingrid Irene Iben Jane Janne Jette Johanne Josefine Julie Jytte Karen Karin Karina Karla Katrine Kirsten ' +
          'Kirstine Kristina Laila Laura Lea Lena Lene Lilian Line Lis Lisbeth Lise Liv Lone Lotte Louise Maja Majbritt Malene Maria Marianne Marie ' +
          'Mathilde Merete Mette Mia Mie Mona Nadia Nanna Nina Pernille Pia Randi Rikke Rita Ruth Sanne Sara Sarah Signe Simone Sidsel Sofie Solveig ' +
          'Stine Susanne Søs Tanja Tina Tove Trine Ulla Vibeke Vivi Winnie Yasmin Ylva Åse Asta Ellen Elisabeth Gerda Selma Thea Tilde Liva Sille',
      ),
    ),
    male: new Set(
      words(
        'Adam Ahmed Ali Allan Anders Andreas Anton Arne Asger Benny Bent Bjarne Bjørn Bo Brian Carl Carsten Casper Christian Claus Daniel David Dan ' +
          'Dennis Ebbe Emil Erik Esben Finn Flemming Frank Frederik Georg Gert Gunnar Gorm Hans Harald Henning Henrik Holger Hugo Ib Ivan Jacob Jakob ' +
          'Jan Janus Jens Jeppe Jesper Jim Johan Johannes John Johnny Jon Jonas Jørgen Jørn Karl Karsten Kasper Keld Kenneth Kent Kim Kjeld Klaus Knud ' +
          'Kristian Kurt Lars Lasse Leif Leo Lucas Mads Magnus Malthe Marcus Mark Martin Mathias Mehmet Michael Mikael Mikkel Mogens Morten Niels ' +
          'Nicolai Nikolaj Noah Ole Olav Oliver Omar Oskar Otto Palle Patrick Paul Per Peter Poul Preben Rasmus René Robert Rolf Rune Sebastian ' +
          'Simon Steen Steffen Stefan Sten Stig Søren Sven Svend Thomas Thorkild Tobias Tom Tommy Torben Troels Uffe Ulrik Verner Victor Viggo ' +
          'Villads Villy William Yusuf Åge Aksel August Storm Toke Tue Vagn',
      ),
    ),
  },
};
