/** Everyday forms of given names, by language: `short full full …`. Kept small: what a list knows wrongly costs most. */
const NICKNAMES = {
  english: `bill william|will william|willy william|bob robert|rob robert|bobby robert|dick richard|rick richard|mike michael|mick michael|tom thomas|tommy thomas|
    tim timothy|jim james|jimmy james|jamie james|joe joseph|joey joseph|jack john|johnny john|dave david|dan daniel|danny daniel|ben benjamin|bibi benjamin|
    barry barack|tony anthony antonio|andy andrew andreas|drew andrew|greg gregory|jeff jeffrey|ken kenneth|kenny kenneth|larry lawrence|matt matthew|nick nicholas|pat patrick patricia|
    pete peter|phil philip phillip|ray raymond|ron ronald|sam samuel samantha|steve steven stephen|ted edward theodore|ed edward edwin|eddie edward|alex alexander alexandra|
    liz elizabeth|beth elizabeth|betty elizabeth|lisa elizabeth|kate katherine catherine|kathy katherine catherine|katie katherine|peggy margaret|maggie margaret|meg margaret|sue susan|
    debbie deborah|jen jennifer|jenny jennifer|becky rebecca|vicky victoria|cindy cynthia|chris christopher christine christina christian|don donald|doug douglas|fred frederick|gerry gerald|hal harold|harry henry harold|hank henry|jerry gerald jerome`,
  indonesian: `agus agustinus|yanto haryanto suyanto supriyanto|bambang bambang|tono hartono|budi budiman budiono|yudi yudianto wahyudi|adi mulyadi|andi andika|dedi dedy|
    ucup yusuf|mamat muhammad|amat muhammad|mad ahmad|ipul saiful|iyus yusuf|udin saifuddin zainuddin|memed muhammad|asep asep|ujang ujang|atik kartika|
    iin indah|ina marlina|nia kurniawati|ratih ratnasari|wati kurniawati|yati nurhayati|tuti astuti|lina herlina|titi siti|dinda adinda|didi suryadi|joko djoko|
    hendi hendri|rudi rudianto|toni hartono|yus yusuf|ririn rinawati|ijah khadijah|imah fatimah`,
  european: `hans johannes|sepp josef|fritz friedrich|karl-heinz karlheinz|uli ulrich|toni anton|max maximilian|steffi stefanie|jan johannes|kees cornelis|piet pieter|wim willem|
    pepe jose|paco francisco|pancho francisco|lola dolores|nacho ignacio|chema jose|beppe giuseppe|gigi luigi|sasha alexander aleksandr alexandra|misha mikhail|vanya ivan|volodya vladimir|vova vladimir|dima dmitry dmitri|kolya nikolai nikolay|
    katya ekaterina|masha maria|natasha natalia natalya|tanya tatiana tatyana|zhenya evgeny evgenia|seryozha sergei`,
} as const;

export const FULL_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(NICKNAMES).flatMap((text) =>
    text.split('|').map((entry): [string, string[]] => {
      const [nick = '', ...full] = entry.trim().split(' ');
      return [nick, full];
    }),
  ),
);
