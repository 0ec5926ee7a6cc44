"""Legal forms of companies, written out, abbreviated and in other alphabets: "joint stock company", "s a de c v".

Source: the organisation types in rigour 1.3.2 (OpenSanctions, github.com/opensanctions/rigour, MIT): those that are
classed there as companies and partnerships, folded, without Chinese, Japanese, Korean and Thai forms, words of one or
two letters, and words that are also ordinary words, names or parties. Where a form has single letters ("s a"), the
joined spelling ("sa") is there too, and the reverse.
"""

from __future__ import annotations

from matching.tables.further_legal_forms import FURTHER_FORMS

_WORDS = """
    aandelenvennootschap ad ag aktg aktiebolaget aktienges aktiengesellschaft aktiengeselschaft aktieselskab
    aktieselskabet aktsiaselts amba anpartsselskab ao aps berhad bhd bv bvba cjsc compania cva dmcc dno dntn doo
    dtnn ehf einkahlutafelag eireli eirl eurl fop fzco fze fzllc gbr gesbr ggmbh gk gmbh gmbhcokg haao hlutafelag
    ilp inc incorp incorporated incorporation incorporee ivaerksaetterselskab ivs jdoo jsc jscb jtd jusikhoesa kda
    keg kft kg kgaa kkt komanditsabiedriba kommandiittiyhtio kommanditbolag kommanditerwerbsgesellschaft
    kommanditgesellschaft kommanditselskab lda limitada limited limitee llc llp ltd ltda mmc nv nyrt oaj oao ojsc
    ood ooo opg osakeyhtio oy oyj oсoo pao pjsc plc pllc reszvenytarsasag sacif sacifi sacifia sacifiya saciyf sacv
    sadecv saica sameignarfelag saoc saog sapa sapicv sarf sarl sas sau sca scc scei scpa scra scs secs sha shk shpk
    sia sirketi sll slne smba snc spa sprl spzoo srl srlcv sro sti suarl taisuhing tov uab ultd unlimited unltd
    unternehmerg unternehmerges unternehmergesellschaft usaldusuhing vof yoaj yuhanhoesa zao zrt εpε επε аат ад акб
    ао ваt ват гмбх дззд доо дп еад еоод зао зат кда лимитед лтд лімітед мчж нао оао оод ооо ооп пао пат сиа таа тда
    тзов тов тоо фоп ххк المحدوده შპს
    """
_PHRASES = """
    a a t, a d, a g, a m b a, a s, a t, ab company oy, adkritaye aktsiyanernaye tavaristva, adkrytae akcyyanernae
    tavarystva, ag co kg, ag co kgaa, ag und co kg, akciju sabiedriba, akcionarsko drustvo, akciova spolecnost,
    akciova spolocnost, aksiyadorlik jamiyati, akt ges, aktien ges, aktien gesellschaft, aktsionerne tovarystvo,
    aktsionerno druzhestvo, aktsionernoe obschestvo, aktsionernoe obshchestvo, aktsionernoe obshchestvo otkrytogo
    tipa, aktsionerny kommercheskiy bank, allami tulajdonban levo reszvenytarsasag, andelsselskab med begraenset
    ansvar, anonim ortaklik, anonim sirket, anonim sirketi, atviroji akcine bendrove, avatud aktsiaselts, avoin
    osakeyhtio, avoin yhtio, aкционерное общество, b v, besloten vennootschap, besloten vennootschap met beperkte
    aansprakelijkheid, beteti tarsasag, c j s c, c por a, cia ltda, closed joint stock company, closed jsc, co ltd,
    comandita por acciones, comandita simple, comm v, comm va, commanditaire vennootschap, commanditaire
    vennootschap op aandelen, compania anonima, compania limitada, compania por acciones, company oy ab, cong ty co
    phan, cong ty trach nhiem huu han, cty cp, cty tnhh, cty tnhh mtv, cuideachta comhstoic oscailte, d d, d m c c,
    d n o, d o o, det offentligretlige aktieselskab, dionicko drustvo, dis tic ltd, dmcc co, dmcc company, dmcc free
    zone, dmcc llc, doanh nghiep co von dau tu nuoc ngoai, doanh nghiep tu nhan, drujestvo s ogranichena
    otgovornost, drustveno preduzece, drustvo s neogranicenom solidarnom odgovornoscu, drustvo s ogranicenom
    odgovornoscu, drustvo sa ogranicenom odgovornoscu, druzba z omejeno odgovornostjo, druzestvo s ogranicena
    otgovornost, druzhestvo s ogranichena otgovornost, druzhestvo uchredeno po zakona za zadalzheniyata i
    dogovorite, dubai multi commodities centre, dubai multi commodities centre company, e i r l, e k, e u r l,
    ednolichen targovets, ednolichno aktsionerno druzhestvo, ednolichno druzhestvo s ogranichena otgovornost,
    eenpersoons besloten vennootschap met beperkte aansprakelijkheid, eenpersoons bvba, egyeni ceg, egyeni
    vallalkozo, egyszeru tarsasag, eingetragener kaufmann, eingetragenes einzelunternehmen, empresa individual de
    responsabilidad limitada, empresa individual de responsabilidade limitada, empresa unipersonal, entreprise
    individuelle, entreprise unipersonnelle a responsabilite limitee, evropeysko druzhestvo, eвропеиско дружество, f
    o p, f z c o, f z co, f z e, f z l l c, foreign limited liability company, free economic zone llc, free zone co,
    free zone company, free zone enterprise, free zone entity, free zone establishment, free zone l l c, free zone
    limited liability company, free zone llc, freezone company, fz co, fz enterprise, fz entity, fz establishment,
    fz l l c, fz llc, g k, g m b h, g m besch haftung, g m beschr haftung, g p, gemeinnutzige gmbh, ges bur rechts,
    ges mit besch haftung, ges mit beschr haftung, gesellschaft burgerlichen rechts, gesellschaft des burgerlichen
    rechts, gesellschaft mit besch haftung, gesellschaft mit beschr haftung, gesellschaft mit beschraenker haftung,
    gesellschaft mit beschraenkter haftung, gesellschaft mit beschrankter haftng, gesellschaft mit beschrankter
    haftung, gewone commanditaire vennootschap, gm besch haftung, gm beschr haftung, gmb h, gmbh and сo kg, gmbh co,
    gmbh co kg, gmbh und co kg, halka acik anonim ortaklik, i l p, i p, incorporated limited partnership,
    inteprinderea individuala, interprinderea individuala, intreprindera individuala, intreprindere individuala,
    intreprinderea cu responsabilitate limitata, intreprinderea ibdividuala, intreprinderea individuala,
    intreprinderea individuali, intreprinderea indiviuala, intreprindserea individuala, intreprinzator individual,
    intreprinzatorul individual, j d o o, j s c, j s c b, j t d, javna delniska druzba, javno dionicko drustvo,
    javno trgovacko drustvo, jednostavno drustvo s ogranicenom odgovornoscu, joint stock co, joint stock commercial
    bank, joint stock compan, joint stock companie, joint stock company, jointstock company, js co, jsc company,
    julkinen osakeyhtio, k d, k g, kft fioktelep, kolektif sirket, koll sti, kom sti, komandit sirket, komanditni
    spolecnost, komanditno drustvo, komanditno druzhestvo, komanditno druzhestvo s aktsii, komanditno druzhestvo s
    aktsiyami, kommandit gesellschaft, kommanditgesellschaft auf aktien, korlatolt felelossegu tarsasag, korlatolt
    felelossegu tarsasag organizacni slozka, kozkereseti tarsasag, kulfoldi szekhelyu vallalkozas fioktelepe,
    kumpanija bishma kongunti, kumpanija bishma kongunti pubblici, l l c, l l c fz, l l p, l p, limited by
    guarantee, limited by shares, limited company, limited liability company, limited liability partnership, limited
    ortaklik, limited partnership, limited sirket, limited sirketi, limited sti, llc fz, ltd co, ltd sti, m m c,
    mahdud masuliyyatli camiyyat, masuliyati cheklangan jamiyat, mit besch haftung, mit beschr haftung, mit
    beschrankter haftung, n v, naamloze vennootschap, nyilvanosan mukodo reszvenytarsasag, o a j, o d, o j s c, o p
    g, obiteljsko poljoprivredno gospodarstvo, obshchestvo s dopolnitelnoj otvetstvennostyu, obshchestvo s
    ogranichennoi otvetstvennostiu, obshchestvo s ogranichennoi otvetstvennostyu, obshchestvo s ogranichennoj
    otvetstvennostyu, obshchestvo s ogranichennoy otvetstvennostyu, obshchestvo s ohranychennoi otvetstvennostiu,
    ochiq aksiyadorlik jamiyati, odkryte akcjonarne obschtschestwo, offene aktiengesellschaft, oilaviy korxona, open
    joint stock company, open jsc, openbare aandelenvennootschap, openbare publiek private vennootschap op aandelen,
    openbare vennootschap op aandelen, ortacko drustvo, otkr akts obshch, otkritoe aktsionernoe obshchestvo,
    otkrytoe akcionernoe obshchestvo, otkrytoe akcionernoe obshhestvo, otkrytoe aktsionernoe obschchestvo, otkrytoe
    aktsionernoe obschestvo, otkrytoe aktsionernoe obshchestvo, otkrytoe aktsionernoye obshestvo, otkrytoje
    akcionernoje obshchestvo, otkrytoye aktsionernoye obshchestvo, otwarta spolka akcyjna, oy company ab, p a o, p j
    s c, p l c, p l co, p l l c, p p, p u p, panstwowa spolka akcyjna, pl co, plc company, plc ltd, private company
    with limited liability, private limited company, private limited liability company, professional limited
    liability company, proprietary limited, proprietary limited company, pryvatne pidpryiemstvo, pte ltd, pty
    limited, pty ltd, pub limited co, pub ltd co, pubic limited company, public joint stock company, public jsc,
    public limitd company, public limited, public limited co, public limited company, public limited compnay, public
    limited corporation, public limitied company, public limitted company, public limted company, public ltd co,
    public stock company, public stock company pjsc, publichne aktsionerne tovarystvo, publichnoe aktsionernoe
    obshchestvo, publicly limited company, ribotos atsakomybes bendrove, s a, s a c i f, s a c v, s a d, s a de c v,
    s a i c a, s a p i de c v, s a r l, s a s, s a u, s c, s c a, s c e i, s c p a, s c s, s cra, s d, s de r l de c
    v, s de rl de cv, s e, s en c, s i a, s ie, s l l, s l n e, s p, s p a, s p d, s p r l, s r l, s r l c v, s r o,
    sa de c v, sa de cv, sa p i de c v, sa pi de cv, sabiedriba ar ierobezotu atbildibu, sabiratelno druzhestvo sd
    sadruzhie, samostalni preduzetnik, sapi de c v, sapi de cv, sd s ie, sdn bhd, selskab med begraenset ansvar,
    sendirian berhad, sh a, sh k, sh p k, sh pk, sharikat al mossahamah, shoqeri aksionere, shoqeri anonime, shoqeri
    komandite, shoqeri me pergjegjesi te kufizuar, sicietatea de raspundere limitata, single member private limited
    company, soc anon de cap var, soc anon prom de inv de cap var, socieda anonima, sociedad anonima, sociedad
    anonima comercial industrial financiera e inmobiliaria, sociedad anonima comercial industrial financiera
    inmobiliaria y agropecuaria, sociedad anonima comercial industrial y financiera, sociedad anonima de capital
    variable, sociedad anonima deportiva, sociedad anonima promotora de inversion de capital variable, sociedad
    anonima unipersonal, sociedad colectiva, sociedad comanditaria, sociedad de capital e industria, sociedad de
    responsabilidad limitada, sociedad de responsabilidad limitada de capital variable, sociedad en comandita por
    acciones, sociedad en comandita simple, sociedad limitada laboral, sociedad limitada nueva empresa, sociedad
    limitada por acciones abierta, sociedad por acciones, sociedad por acciones simplificada, sociedada anonima,
    sociedada limitada, sociedade anonima, sociedade limitada, sociedade por acoes, sociedade por acoes aberta,
    sociedade publica por acoes, sociedades anonimas inscritas de capital abierto, sociedades por acciones
    simplificada, societa a responsabilita limitata, societa anonima, societa in accomandita per azioni, societa per
    azioni, societas europaea, societat anonima, societata cu raspundere limitata, societate cu rasponbilitate
    limitata, societate cu raspundere limitata, societate cu raspundre limitata, societate cu responsabilitate
    limiiata, societate cu responsabilitate limitata, societate pe actiuni, societatea comerciala, societatea cu
    rasdpundere limitata, societatea cu rasponsabilitate limitata, societatea cu raspundere, societatea cu
    raspundere limitata, societatea cu raspundere limitate, societatea cu responsabilitate limitata, societatea cu
    responsabilitatea limitata, societatea cu respundere limitata, societatea pe actiuni, societatea publica pe
    actiuni, societateare pe actiuni, societatii cu raspunderea limitata, societe a responsabilite limitee, societe
    anonyme, societe anonyme omanaise close, societe anonyme omanaise generale, societe commerciale canadienne,
    societe en commandite par actions, societe en commandite simple, societe en nom collectif, societe par actions,
    societe par actions de regime federal, societe par actions ouverte, societe par actions simplifiee, societe
    privee a responsabilite limitee, societe privee a responsabilite limitee unipersonnelle, societe publique par
    actions, societete cu raspundere limitata, socitate cu responsabilitate limitata, sp z o o, sp z o o sp k, sp z
    oo, sp zoo, sp zoo sp k, special economic zone llc, spolecnost s rucenim omezenym, spolka akcyjna, spolka z o o,
    spolka z o o sp k, spolka z ograniczona odpowiedzialnoscia, spolka zoo, spolka zoo sp k, spz o o, spz oo, statni
    podnik, t o v, tavaristva z abmezhavanaj adkaznastsiu, tavarystva z abmezhavanaj adkaznascyu, tavarystva z
    abmezhavanay adkaznastsyu, tavarystva z dadatkovaj adkaznascyu, tokumei kumiai, tovarystvo z obmezhenoiu
    vidpovidalnistiu, tovarystvo z obmezhenoyu vidpovidalnistyu, trade free zone company, u a b, u g, u u, ug h b,
    ug haftungsbeschr, ug haftungsbeschrankt, ug hb, unlimited company, unlimited proprietary, unternehmerges
    haftungsbeschrankt, unternehmergesellschaft haftungsbeschrankt, uzdaroji akcine bendrove, uzdarosios akcines
    bendroves, vennootschap met beperkte aansprakelijkheid, vennootschap onder firma, vennootschap op aandelen,
    verejna akciova spolecnost, verejna akciova spolocnost, verejna obchodni spolecnost, vidkrite akcionerne
    tovaristvo, vidkryte aktsionerne tovarystvo, viesoji akcine bendrove, yopiq aksiyadorlik jamiyati, z a o,
    zakritaye aktsiyanernaye tavaristva, zakritoe aktsionernoe obshchestvo, zakrytae akcyyanernae tavarystva,
    zakryte akcjonarne obschtschestwo, zakrytoe akcionernoe obshchestvo, zakrytoe aktsionernoe obshchestvo, zakrytoe
    aktsionernoe obshhestvo, zakrytoje akcionernoje obshchestvo, zakrytoye aktsionernoye obshchestvo, zartkoruen
    mukodo reszvenytarsasag, δημοσια συμμετοχικη εταιρεια, ε π ε, εταιρια περιορισμενησ ευθυνησ, а д, адкрытае
    акцыянернае таварыства, акционарско друштво, акционеpное общество откpытого типа, акционеное общество закрытого
    типа, акционерная компания с ограниченнои ответственностью, акционерне общество закрытого типа, акционерно
    дружество, акционерного общества, акционерного общества закрытого типа, акционерное обшество закрытого типа,
    акционерное общество, акционерное общество открытого типа, акционерное общество финансово строительная компания,
    акционерны коммерческии банк, акционерные общества, акционерные общества закрытого типа, акционерныи комерчески
    банк, акционерныи комерческии банк, акционерныи коммерческии банк, акционерое общество закрытого типа,
    акционероное общество закрытого типа, акционрное общество закрытого типа, акциядорлик жамияти, акцоинерное
    общество закрытого типа, акцонерное общество закрытого типа, акцонерное общество открытого типа, акцыонерныи
    коммерческии банк, акціонерне товариство, акціонерне товариство відкритого типу, акціонерного товариства, в а t,
    відкрите акціонерне товариство, г м б х, гмбх енд ко кг, д о о, дружество с ограничена отговорност, дружество
    учредено по закона за задълженията и договорите, друштвено предузеће, друштво са ограниченом одговорношћу,
    едноличен търговец, еднолично акционерно дружество, еднолично дружество с ограничена отговорност, епиқ
    акциядорлик жамияти, закрите акціонерне товариство, закритое акционерное общество, закрытае акцыянернае
    таварыства, закрытоe акционерное общeство, закрытое акционерное общeство, закрытое акционерное общество,
    закрытое акціонерне товариство, индивидуальныи предприниматель, иностранное общество с ограниченнои
    ответственностью, к д, командитно дружество, командитно дружество с акции, командитно друштво, компания с
    ограниченнои ответственностью, л п, ликвидационная комиссия общества с ограниченнои ответственностью,
    ликвидационная комиссия общество с ограниченнои ответственностью, ликвидационная комиссия ооо, масъулияти
    чекланган жамият, непубличное акционерное общество, о а о, о д, обшество с ограниченнои ответственностью,
    общесиво с ограниченнои ответственностью, общества с ограниченнои ответственностью, обществл с ограниченнои
    ответственностью, общество c ограниченнои ответственностью, общество ограниченнои ответственности, общество с
    гораниченнои ответственностью, общество с граниченнои ответственностью, общество с дополнительнои
    ответственностью, общество с огpаниченнои ответственностью, общество с оганиченнои ответственностью, общество с
    огарниченнои ответственностью, общество с огра ниченнои ответственностью, общество с ограгиченнои
    ответственностью, общество с ограгниченнои ответственностью, общество с ограинченнои ответственностью, общество
    с ограиченнои ответственностью, общество с огрангиченнои ответственностью, общество с огранеченнои
    ответственностью, общество с ограниеннои ответственностью, общество с огранисеннои ответственностью, общество с
    огранисченнои ответственностью, общество с ограничееенои ответственностью, общество с ограничеенои
    ответственностью, общество с ограниченнио ответственностью, общество с ограниченннои ответственностью, общество
    с ограниченнои лтветственностью, общество с ограниченнои общество с ограниченнои ответственностью, общество с
    ограниченнои оветственностью, общество с ограниченнои овтетственностью, общество с ограниченнои
    огтветственностью, общество с ограниченнои олтветственностью, общество с ограниченнои осветственностью, общество
    с ограниченнои от, общество с ограниченнои отаетственностью, общество с ограниченнои отвеетственностью, общество
    с ограниченнои отвенственностью, общество с ограниченнои отвентственностью, общество с ограниченнои
    отвественностью, общество с ограниченнои отвествтеннсотью, общество с ограниченнои отвесттвенностью, общество с
    ограниченнои ответвенностью, общество с ограниченнои ответветственностью, общество с ограниченнои
    ответвтвенностью, общество с ограниченнои ответвтсенностью, общество с ограниченнои ответсвенноссть, общество с
    ограниченнои ответсвенностью, общество с ограниченнои ответсственностью, общество с ограниченнои
    ответствеенностью, общество с ограниченнои ответствееностью, общество с ограниченнои ответствекнностью, общество
    с ограниченнои ответствененостью, общество с ограниченнои ответственнностью, общество с ограниченнои
    ответственновстью, общество с ограниченнои ответственновтью, общество с ограниченнои ответственногстью, общество
    с ограниченнои ответственнои, общество с ограниченнои ответственнолтью, общество с ограниченнои
    ответственномтью, общество с ограниченнои ответственноостью, общество с ограниченнои ответственности, общество с
    ограниченнои ответственностиью, общество с ограниченнои ответственносттью, общество с ограниченнои
    ответственность, общество с ограниченнои ответственностьб, общество с ограниченнои ответственностьтью, общество
    с ограниченнои ответственностью, общество с ограниченнои ответственностью строительная компания, общество с
    ограниченнои ответственностью торговыи дом, общество с ограниченнои ответственностью управляющая компания,
    общество с ограниченнои ответственностью фирма, общество с ограниченнои ответственностью частная охранная
    организация, общество с ограниченнои ответственностью частное охранное предприятие, общество с ограниченнои
    ответственностьюб, общество с ограниченнои ответственностьюв, общество с ограниченнои ответственностьюи,
    общество с ограниченнои ответственностьюм, общество с ограниченнои ответственностьют, общество с ограниченнои
    ответственностю, общество с ограниченнои ответственносьтю, общество с ограниченнои ответственносью, общество с
    ограниченнои ответственнотсью, общество с ограниченнои ответственнотью, общество с ограниченнои
    ответственночтью, общество с ограниченнои ответственнростью, общество с ограниченнои ответственнсотью, общество
    с ограниченнои ответственнстью, общество с ограниченнои ответственонстью, общество с ограниченнои
    ответственоость, общество с ограниченнои ответственоостью, общество с ограниченнои ответственосстью, общество с
    ограниченнои ответственостью, общество с ограниченнои ответстветностью, общество с ограниченнои
    ответстветсвенностью, общество с ограниченнои ответстветственностью, общество с ограниченнои ответствнностью,
    общество с ограниченнои ответствтенностью, общество с ограниченнои ответствуенностью, общество с ограниченнои
    ответстенностью, общество с ограниченнои ответстсвееностью, общество с ограниченнои ответстсвенностью, общество
    с ограниченнои ответстственностью, общество с ограниченнои ответтственностью, общество с ограниченнои
    ответчтвенностью, общество с ограниченнои отвнтственностью, общество с ограниченнои отвтетсвенностью, общество с
    ограниченнои отвуетственностью, общество с ограниченнои отевтственностью, общество с ограниченнои отетвенностью,
    общество с ограниченнои отетственностью, общество с ограниченнои отсетственностью, общество с ограниченнои
    товетственностью, общество с ограниченнри ответственностью, общество с ограниченои ответствееностью, общество с
    ограниченои ответственностью, общество с ограниченои ответственостью, общество с ограниченоои ответственностью,
    общество с ограничиннои ответственностью, общество с ограничннои отвественностью, общество с ограничннои
    ответственностью, общество с ограничннои ответствнностью, общество с ограничуннои ответственностью, общество с
    огранмченнои ответственностью, общество с огранниченнои ответственностью, общество с огрантченнои
    ответственностью, общество с огранченнои ответственностью, общество с огранчиченнои ответственностью, общество с
    огрвниченнои ответственностью, общество с огрнаиченнои ответственностью, общество с огрнаниченнои
    ответственностью, общество с огрниченнои ответственностью, общество с огрниченнои отственностью, общество с
    огрониченнои ответственностью, общество с огрораниченнои ответственностью, общество с огрраниченнои
    ответственностью, общество с ораниченнои ответственностью, общество с органиченнои ответственновстью, общество с
    органиченнои ответственностью, общество с орграниченнои ответственностью, общество с отраниченнои
    ответственностью, общество сограниченнои ответственностью, общество сограниченои ответственностью, общество ст
    ограниченнои ответственностью, обществог с ограниченнои отвественностью, обществоь с ограниченнои
    ответственностью, обществр с ограниченнои ответственностью, оилавии корхона, ортачко друштво, открытоe
    акционерное общeство, открытое акционергое общество, открытое акционернoe общество, открытое акционерное
    общeство, открытое акционерное общество, очиқ акциядорлик жамияти, партнерство с ограниченнои ответственностью,
    полное товарищество, приватне акціонерне товариство, приватне підприємство, прыватнае унітарнае прадпрыемства,
    публично акционерно дружество, публичное акционерное общество, публічне акціонерне товариство, с ие,
    садоводческое некоммерческое товарищество, страховая акционер компания, страховая акционерная компания, субъект
    предпринимательскои деятельности, субєкт підприємницькоі діяльності, събирателно дружество, събирателно
    дружество сд съдружие, таварыства з абмежаванаи адказнасцю, таварыства з дадатковаи адказнасцю, товариство з
    обмеженою відповідальністю, товарищество с ограниченнои ответственностью, физическое лицо предприниматель,
    фізична особа підприємець, хувьцаат компани, хязгаарлагдмал хариуцлагатаи компани, індывідуальны прадпрымальнік,
    בע מ, المساهمه المحدوده, شركه المساهمه, شركه خفيه الاسم, شركه ذات مسووليات محدوده ش م م, شركه ذات مسووليات
    محدوده شمم, شركه فرديه ذات مسووليات محدوده, დახურული სააქციო საზოგადოება, სააქციო საზოგადოება, შეზღუდული
    პასუხისმგებლობის საზოგადოება, ሃላፊነቱ የተወሰነ የግል ማህበር, አክሲዩን ማህበር
    """
_MORE = """
    wll, w l l, ab publ, gmbh kg, pvt, private limited, pvt limited, pvt ltd, cong ty tnhh, cong ty cp, cong ty, llc fze
    """
_FORMS = frozenset((word,) for word in _WORDS.split()) | frozenset(
    tuple(phrase.split()) for phrase in f"{_PHRASES},{_MORE}".split(",")
)
LEGAL_FORMS = _FORMS | FURTHER_FORMS
"""Each form of both tables as its folded words. `_MORE`, from the Gulf, Sweden, Germany, India and Vietnam, is ours."""
