/** Words of a list written as running text. */
const list = (text: string): string[] => text.trim().split(/\s+/);

/** Before a name, certain however they are written. */
export const FRONT_TITLES = new Set(
  list(`dr drg drs dra drh prof professor ir ns ners apt kh haji hajah hajjah hadji hj hjh mr mrs ms miss sir rev
    tn ny nn bpk bapak ibu sdr sdri ust ustadz ustaz ustadzah kyai tgk bd dott mme mlle president senator
    lord lady datuk dato`),
);
/** Before a name when written with a dot: without one they are names, or initials. */
export const FRONT_DOTTED = new Set(
  list(
    'pdt kol brigjen pol mayjen letjen kompol akbp akp ipda iptu aiptu bripka briptu kapten pelda serka serma h r rr rd ra rm ki fr gen col capt sgt lt maj mag lic sig hon dipl ing',
  ),
);
/** Before at least two further words: `Shaikh Isa Karim`; in `Ahmad Shaikh` it is a name. */
export const FRONT_OF_TWO = new Set(
  list('shaikh sheikh shaykh syekh syeikh syaikh sheik cheikh mullah raden'),
);

/** After a name, certain however they are written. */
export const BACK_TITLES = new Set(
  list(`md phd rn mbbs mph msc bsc mba dds dmd pharmd llb llm facs faan fracs frcp frcs mrcp mrcs mrcog dnp np
    skep mkep sked mked skm mkes mkm skg sfarm sftr sft ftr ftt mfis skeb mkeb amd amdkep amdkeb amdft amf amdgz
    amdrad amdfarm amk sst sstft ssttft sstkeb strkeb strkes strkep ners mpd msi spd spsi mpsi skom mkom ssos shum shut stp
    mhkes mbiomed mklin mmr kkv kgh kgeh khom kptm kger kic kpsi dphil bsn msn rph rpt dpt`),
);
/** After a name, when written with dots, after a comma, or in capitals beside small letters: else they are words. */
export const BACK_DOTTED = new Set(
  list(`st se sh sp mm mt mh ma ba do ph ssi sag mag sip map sit msm sn ssn msn sds ak akt ca cpa dea do or ot pt k
    dr drs dra h hj spi smb sab sap sei shi spdi mpdi mei mpi mhi ers bac bs ms ing esq kr kp od ns apt bd psikolog keb kep lc`),
);
/** Degrees of the form `S.Kep`, `M.Tr.Kes`, `A.Md.Keb`: a level and a field. */
const FIELDS =
  'kep|kes|keb|gz|gizi|farm|psi|kom|ikom|sos|pd|pdi|si|hum|ked|km|biomed|epid|ag|ft|fis|ftr|stat|ars|ling|adm|akun|ak|ip|ds|sn|hut|tp|pt|p|e|h|t|m|i|th|kg|kh|psikolog|med|sc|or|mat|rad|rmik|kl|tl|log|an|ap|ab|pel|klin|kesling|fil|li|eng|arch';
const DEGREE = new RegExp(`^(?:s|m|d|b|ss|amd|str|mtr|sst|ph)(?:tr)?(?:${FIELDS})$`);
/** Specialist titles: Sp.PD, Sp.OG, Sp.M(K), Sp.KFR, Sp.Kep.Mat … */
const SPECIALIST =
  /^sp(?:kep(?:mat|mb|j|kom|an)?|pd|og|a|b|an|ana|m|mk|jp|p|pk|pa|kj|kfr|kk|s|n|ot|rad|r|u|bs|bp|bpre|btkv|ba|tht|thtbkl|thtkl|dv|dve|em|fk|gk|kgi|kga|kg|ort|perio|pros|bm|bmm|pm|rkg|ok|onk|onkrad|and|kn|kp|kl|akp|far|frs|ort|orto|fm)k?$/;

/** `SpOG`, `Sp.PD-KGH`: of four letters and more no name. */
export const isSpecialist = (plain: string): boolean => plain.length > 3 && SPECIALIST.test(plain);
export const isDegree = (plain: string): boolean => DEGREE.test(plain) || SPECIALIST.test(plain);

/** Generation of a name and its number: a father's and a son's differ in nothing else. `Jr.` need not be `II`. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jr: 'jr 2',
    jnr: 'jr 2',
    ii: 'ii 2',
    '2nd': 'ii 2',
    sr: 'sr 1',
    snr: 'sr 1',
    iii: 'iii 3',
    '3rd': 'iii 3',
    iv: 'iv 4',
  }),
);

/** Titles that say man or woman. */
export const MALE_TITLES = new Set(list('mr tn bpk bapak h haji sir lord sdr ustadz ust kyai kh'));
export const FEMALE_TITLES = new Set(
  list('mrs ms miss ny nn ibu hj hjh hajah hajjah rr lady sdri mme mlle ustadzah dra'),
);
