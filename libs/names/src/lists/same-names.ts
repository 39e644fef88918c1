/**
 * Spellings and short forms of one name, the name first. Only forms that nobody bears beside the first as another name (no other vowel, but o for u in names from Arabic):
 * `Hamid` and `Hamed`, `Salim` and `Salem` are two names in Arabic, so they are not here.
 */
const CLASSES = `
muhammad muh moh mohd mhd md muhamad mohamad mohammad mohamed mohammed muhammed muhamed mochamad mochammad mochamed mokhamad mokhammad muchamad muchammad muhammat mohamat moch mokh much mukh mohammod mahomed maxamed
ahmad ach akh achmad akhmad ahmed achmed akhmed ahmat
abdul abd abdoel abdal abdel abdool abdu abdur abdus abdun
siti sitti sity sitie syti st
nur noer noor nuur
nurul nrl noerul
umar omar oemar
usman utsman osman othman uthman oesman usmaan
usama osama oussama usamah osamah
yusuf jusuf joesoef yousef yousuf youssef yusup jusup yoesoef yusof
yakub yaqub jakub yaqoub yacoub jaqub
yunus junus joenoes yoenoes younus younes
yogi jogi yogie
yogya jogja yogja jogya
husein husain hussein hussain husen hoesein hosein hossein houssein
hasan hassan hasaan
ali aly alie
aisyah aisha aishah aisjah aysha ayesha aisya aysyah aisyiah
fatimah fatima fathimah fathima fatema
khadijah khadija chadidjah chadijah
zainab zaenab zaynab zeinab
zainal zaenal
zainuddin zaenuddin zainudin zaenudin zaynuddin
syarif sharif sjarif syarief sjarief sharief cherif
syamsul sjamsul shamsul samsul
syamsuddin samsudin samsuddin syamsudin sjamsuddin sjamsoeddin shamsuddin
syafii safii syafie syafii shafii
saiful syaiful saeful syaeful sjaiful
saifuddin saifudin saefudin syaifuddin syaifudin saefuddin
fauzi fauzie fawzi fauzy
fauziah fauziyah fawziah
rizki rizky riski risky rizqi rizqy riezky rizkie
taufik taufiq taufiek toufik tawfik tawfiq
faisal faishal faysal feisal
ridwan ridhwan riduan ridzwan
ramadhan ramadan
ramadhani ramadani
ibrahim ibraheem ebrahim
ismail esmail ismael
ishak ishaq iskak
sulaiman suleiman soelaiman sulayman sulaeman
saleh shaleh
rahmat rachmat rakhmat
rohmat rochmat
rahman rachman rakhman
rahim rachim
rahmawati rachmawati rakhmawati
rohmawati rochmawati
hidayat hidajat
hidayatullah hidajatullah hidayatulloh
abdullah abdulloh abdallah abdoellah abdulah abdullahi
nurhayati nurhajati noerhajati noerhayati
muhtar mukhtar mochtar muchtar moehtar
mahmud machmud mahmoud mahmood makhmud machmoed
khairul chairul hairul khaerul
khalid chalid
kholis cholis
kholil cholil
khalil chalil
rohman rochman rokhman
rohim rochim rokhim
khodijah chodijah
khoirul choirul
soleh sholeh
romadhon romadon
mansur mansoor mansour mansoer
suryadi soerjadi soeryadi
sri srie sry
dwi dwie dwy
tri trie
dewi dewie dewy
slamet selamet
wijaya widjaja widjaya
surya soerja soerya
yanto janto
yohanes johanes yohannes johannes joh yoh
ignatius ign ignasius
agustinus augustinus
fransiskus fransiscus franciscus
theresia teresia
sergei sergey sergej sergii
bashar bachar
wayan wajan wy wyn
made md
nyoman njoman nym
ketut kt ktut
gusti gst goesti
putu poetoe
kadek kdk
komang kmg
gede gde gd
`;

/** Form → the names it may stand for: `Md` is Muhammad in Bengal and Made in Bali. */
export const SAME_NAMES: ReadonlyMap<string, readonly string[]> = CLASSES.trim()
  .split('\n')
  .reduce((forms, line) => {
    const [name = '', ...others] = line.trim().split(' ');
    for (const form of [name, ...others]) forms.set(form, [...(forms.get(form) ?? []), name]);
    return forms;
  }, new Map<string, string[]>());

/** Balinese names by order of birth, and of caste: `I` or `Ni` before them says man or woman. */
export const BALINESE = new Set(
  'wayan made nyoman ketut gusti putu kadek komang gede luh dewa desak nengah ngurah ayu kompyang'.split(' '),
);

/** What very many people are called: agreeing in it says little about who somebody is. */
export const COMMON_NAMES = new Set([
  ...'muhammad ahmad abdul siti nur nurul bin binti al sri dwi tri maria putri putra dewi ali agus'.split(
    ' ',
  ),
  ...BALINESE,
]);
