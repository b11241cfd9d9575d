/// Function words, that say little of what a text is about: articles, pronouns, prepositions, conjunctions, auxiliaries,
/// adverbs that hold sentences together, and the sounds between them.
public struct StopWords: Sendable {
  /// How many there are.
  public var count: Int { folded.count }

  private let folded: Set<[UInt8]>

  public static let none = StopWords("")

  /// Those of a language as a study names it (`nl`, `nl_BE`, `en`); none for other languages.
  public static func of(language: String) -> StopWords {
    switch language.lowercased().prefix(2) {
    case "nl": dutch
    case "en": english
    default: none
    }
  }

  /// The name of the language in a sentence; nil where there is no list.
  public static func name(ofLanguage language: String) -> String? {
    ["nl": "Dutch", "en": "English"][language.lowercased().prefix(2)]
  }

  private init(_ list: String) {
    folded = Set(Token.all(in: list).map { Array($0.folded.utf8) })
  }

  /// Whether a word, folded, is one of them.
  func contains(_ word: [UInt8]) -> Bool { folded.contains(word) }

  static let dutch = StopWords(
    """
    de het een 't n 's dit dat deze die zo'n zulke zulk
    ik jij je u hij zij ze wij we jullie hen hun mij me jou hem haar ons onze mijn m'n jouw uw zijn z'n d'r men
    mezelf jezelf uzelf zichzelf onszelf zich elkaar elkaars iemand niemand iets niets wat wie wiens welk welke ieder
    iedere iedereen elk elke alle al allemaal alles ander andere anderen beide beiden sommige sommigen enkele enige
    zelf zelfde dezelfde hetzelfde
    aan achter bij binnen boven buiten door in langs met na naar naast om omtrent onder op over per rond sinds te ten
    ter tegen tijdens tot tussen uit van vanaf vanuit via volgens voor voorbij vanwege wegens zonder
    en of maar want dus dan als toen omdat doordat zodat terwijl hoewel indien mits tenzij totdat voordat nadat
    zoals alsof noch evenals zowel
    ben bent is was waren geweest zijnde heb hebt heeft had hadden gehad hebben word wordt worden werd werden geworden
    kan kun kunt kunnen kon konden zal zul zult zullen zou zouden zouen mag mogen mocht mochten moet moeten moest
    moesten wil wilt willen wilde wilden wou hoef hoeft hoeven ga gaat gaan ging gingen gegaan doe doet doen deed
    deden gedaan
    er d'r daar hier waar ergens nergens overal daaraan daarbij daarbinnen daardoor daarin daarmee daarna daarnaar
    daarnaast daarom daaronder daarop daarover daartegen daartoe daaruit daarvan daarvoor eraan erbij erdoor erin
    ermee erna ernaar ernaast erom eronder erop erover ertegen ertoe eruit ervan ervoor hieraan hierbij hierdoor
    hierin hiermee hierna hierom hierop hierover hiertoe hieruit hiervan hiervoor waaraan waarbij waardoor waarin
    waarmee waarna waarom waaronder waarop waarover waartoe waaruit waarvan waarvoor
    niet geen nooit ooit altijd soms vaak weer nog nu net al alleen ook zelfs wel toch immers namelijk echter
    bovendien trouwens eigenlijk misschien wellicht waarschijnlijk natuurlijk gewoon even eens eerst straks dadelijk
    inmiddels ondertussen intussen meteen zo zodoende zozeer heel erg zeer best bijna haast nogal tamelijk te
    veel vele weinig meer meest meeste minder minst minste genoeg hoe hoeveel wanneer ongeveer echt heen
    verder vervolgens tenminste
    af toe bijvoorbeeld enzovoort enz bijv bv
    ja nee nou hè hé och ach oh ah eh ehm uh uhm euh hm hmm mm mhm oké ok okee tja
    """)

  static let english = StopWords(
    """
    a an the this that these those such
    i you he she it we they me him her us them my mine your yours his hers its our ours their theirs myself yourself
    himself herself itself ourselves yourselves themselves one ones someone somebody something anyone anybody
    anything everyone everybody everything nobody nothing none who whom whose which what whatever each every either
    neither both all any some few many much more most less least several other others another own same
    about above across after against along among around at before behind below beneath beside besides between beyond
    by down during except for from in inside into near of off on onto out outside over past per since through
    throughout till to toward towards under until up upon via with within without
    and or but nor so yet because although though while whereas if unless whether as than then once when whenever
    where wherever why how however therefore thus hence
    am is are was were be been being have has had having do does did doing done can could shall should will would
    may might must ought cannot let get gets got going gonna
    don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't wouldn't shouldn't
    mustn't i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll
    you'll he'll she'll we'll they'll that's there's here's what's let's
    not no never ever always often sometimes again still already just only also too even very quite rather really
    perhaps maybe almost enough now here there away back else instead anyway actually basically
    yes yeah yep nah well oh ah eh er erm uh uhm um hm hmm mm mhm okay ok
    """)
}
