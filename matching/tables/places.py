"""Countries and some 400 cities, with their names in the languages of the news on this beat.

These are English, German, Spanish, French, Korean, Russian, Ukrainian, Japanese and Chinese. Source: territories and
exemplar cities of Unicode CLDR 47 as Babel 2.18 ships it (Unicode License v3), without names of one letter and what
stands in brackets. Each place: its key (a country's ISO code, a city's English name) and its names, folded.
"""

from __future__ import annotations

_PLACES = """
AD: andorra, andorre, 안도라, андорра, アンドラ, 安道尔, 安道爾; AE: united arab emirates, emiratos árabes
unidos, émirats arabes unis, 아랍에미리트, оаэ, アラブ首長国連邦, 阿拉伯联合酋长国, 阿拉伯聯合大公國; AF:
afghanistan, afganistán, 아프가니스탄, афганистан, афганістан, アフガニスタン, 阿富汗; AG: antigua & barbuda,
antigua und barbuda, antigua y barbuda, antigua-et-barbuda, 앤티가 바부다, антигуа и барбуда, антигуа і барбуда,
アンティグア・バーブーダ, 安提瓜和巴布达, 安地卡及巴布達; AI: anguilla, anguila, 앵귈라, ангилья, ангілья,
アンギラ, 安圭拉, 安奎拉; AL: albania, albanien, albanie, 알바니아, албания, албанія, アルバニア, 阿尔巴尼亚,
阿爾巴尼亞; AM: armenia, armenien, arménie, 아르메니아, армения, вірменія, アルメニア, 亚美尼亚, 亞美尼亞; AO:
angola, 앙골라, ангола, アンゴラ, 安哥拉; AQ: antarctica, antarktis, antártida, antarctique, 남극 대륙,
антарктида, антарктика, 南極, 南极洲, 南極洲; AR: argentina, argentinien, argentine, 아르헨티나, аргентина,
アルゼンチン, 阿根廷; AS: american samoa, amerikanisch-samoa, samoa americana, samoa américaines, 아메리칸
사모아, американское самоа, американське самоа, 米領サモア, 美属萨摩亚, 美屬薩摩亞; AT: austria, österreich,
autriche, 오스트리아, австрия, австрія, オーストリア, 奥地利, 奧地利; AU: australia, australien, australie,
오스트레일리아, австралия, австралія, オーストラリア, 澳大利亚, 澳洲; AW: aruba, 아루바, аруба, アルバ, 阿鲁巴,
荷屬阿魯巴; AX: åland islands, ålandinseln, islas aland, îles åland, 올란드 제도, аландские о-ва, аландські
острови, オーランド諸島, 奥兰群岛, 奧蘭群島; AZ: azerbaijan, aserbaidschan, azerbaiyán, azerbaïdjan,
아제르바이잔, азербайджан, アゼルバイジャン, 阿塞拜疆, 亞塞拜然; abidjan: abidjan, abiyán, 아비장, абиджан,
абіджан, アビジャン, 阿比让, 阿比讓; accra: accra, acra, 아크라, аккра, アクラ, 阿克拉; addis_ababa: addis
ababa, addis abeba, adís abeba, addis-abeba, 아디스아바바, аддис-абеба, アジスアベバ, 亚的斯亚贝巴,
阿迪斯阿貝巴; algiers: algiers, algier, argel, alger, 알제, алжир, アルジェ, 阿尔及尔, 阿爾及爾; asmera: asmera,
asmara, 아스메라, асмэра, асмера, アスマラ, 阿斯马拉, 阿斯瑪拉; bamako: bamako, 바마코, бамако, バマコ, 巴马科,
巴馬科; bangui: bangui, 방기, банги, банґі, バンギ, 班吉; banjul: banjul, 반줄, банжул, バンジュール, 班珠尔,
班竹; bissau: bissau, bisáu, 비사우, бисау, бісау, ビサウ, 比绍, 比紹; blantyre: blantyre, 블랜타이어, блантайр,
ブランタイヤ, 布兰太尔, 布蘭太爾; brazzaville: brazzaville, 브라자빌, браззавиль, браззавіль, ブラザビル,
布拉柴维尔, 布拉柴維爾; bujumbura: bujumbura, 부줌부라, бужумбура, ブジュンブラ, 布琼布拉, 布松布拉; cairo:
cairo, kairo, el cairo, le caire, 카이로, каир, каїр, カイロ, 开罗, 開羅; casablanca: casablanca, 카사블랑카,
касабланка, カサブランカ, 卡萨布兰卡, 卡薩布蘭卡; ceuta: ceuta, 세우타, сеута, セウタ, 休达, 休達; conakry:
conakry, conakri, 코나크리, конакри, конакрі, コナクリ, 科纳克里, 柯那克里; dakar: dakar, 다카르, дакар,
ダカール, 达喀尔, 達喀爾; dar_es_salaam: dar es salaam, daressalam, dar es-salam, 다르에스살람, дар-эс-салам,
дар-ес-салам, ダルエスサラーム, 达累斯萨拉姆, 沙蘭港; djibouti: djibouti, dschibuti, yibuti, 지부티, джибути,
джібуті, ジブチ, 吉布提, 吉布地; douala: douala, duala, 두알라, дуала, ドゥアラ, 杜阿拉; el_aaiun: el aaiun, el
aaiún, laâyoune, 엘아이운, эль-аюн, ель-аюн, アイウン, 阿尤恩; freetown: freetown, 프리타운, фритаун, фрітаун,
フリータウン, 弗里敦, 自由城; gaborone: gaborone, 가보로네, габороне, ґабороне, ハボローネ, 哈博罗内, 嘉柏隆里;
harare: harare, 하라레, хараре, ハラレ, 哈拉雷; johannesburg: johannesburg, johannesburgo, 요하네스버그,
йоханнесбург, йоганнесбурґ, ヨハネスブルグ, 约翰内斯堡, 約翰尼斯堡; juba: juba, 주바, джуба, ジュバ, 朱巴;
kampala: kampala, 캄팔라, кампала, カンパラ, 坎帕拉; khartoum: khartoum, khartum, jartum, 카르툼, хартум,
ハルツーム, 喀土穆; kigali: kigali, 키갈리, кигали, кігалі, キガリ, 基加利; kinshasa: kinshasa, 킨샤사, киншаса,
кіншаса, キンシャサ, 金沙萨, 金夏沙; lagos: lagos, 라고스, лагос, лаґос, ラゴス, 拉各斯, 拉哥斯; libreville:
libreville, 리브르빌, либревиль, лібревіль, リーブルヴィル, 利伯维尔, 自由市; lome: lome, lomé, 로메, ломе,
ロメ, 洛美; luanda: luanda, 루안다, луанда, ルアンダ, 罗安达, 羅安達; lubumbashi: lubumbashi, 루붐바시,
лубумбаши, лубумбаші, ルブンバシ, 卢本巴希, 盧本巴希; lusaka: lusaka, 루사카, лусака, ルサカ, 卢萨卡, 路沙卡;
malabo: malabo, 말라보, малабо, マラボ, 马拉博, 馬拉博; maputo: maputo, 마푸토, мапуту, マプト, 马普托, 馬普托;
maseru: maseru, 마세루, масеру, マセル, 马塞卢, 馬賽魯; mbabane: mbabane, 음바바네, мбабане, ムババーネ,
姆巴巴纳, 墨巴本; mogadishu: mogadishu, mogadischu, mogadiscio, 모가디슈, могадишо, моґадішо, モガディシオ,
摩加迪沙, 摩加迪休; monrovia: monrovia, 몬로비아, монровия, монровія, モンロビア, 蒙罗维亚, 蒙羅維亞; nairobi:
nairobi, 나이로비, найроби, найробі, ナイロビ, 内罗毕, 奈洛比; ndjamena: ndjamena, n'djamena, yamena, 엔자메나,
нджамена, ンジャメナ, 恩贾梅纳, 恩賈梅納; niamey: niamey, 니아메, ниамей, ніамей, ニアメ, 尼亚美, 尼亞美;
nouakchott: nouakchott, nuakchot, 누악쇼트, нуакшот, нуакшотт, ヌアクショット, 努瓦克肖特, 諾克少; ouagadougou:
ouagadougou, uagadugú, 와가두구, уагадугу, уаґадуґу, ワガドゥグー, 瓦加杜古; porto-novo: porto-novo, porto novo,
portonovo, 포르토노보, порто-ново, ポルトノボ, 波多诺伏, 波多諾佛; sao_tome: sao tome, são tomé, santo tomé,
상투메, сан-томе, サントメ, 圣多美, 聖多美; tripoli: tripoli, tripolis, trípoli, 트리폴리, триполи, триполі,
トリポリ, 的黎波里; tunis: tunis, túnez, 튀니스, тунис, туніс, チュニス, 突尼斯; windhoek: windhoek, 빈트후크,
виндхук, віндгук, ウィントフック, 温得和克, 溫得和克; adak: adak, 에이닥, адак, アダック, 埃达克, 艾達克;
anchorage: anchorage, 앵커리지, анкоридж, アンカレッジ, 安克雷奇, 安克拉治; anguilla: anguilla, anguila, 앙귈라,
ангилья, анґілья, アンギラ, 安圭拉, 安奎拉; antigua: antigua, 안티과, антигуа, антиґуа, アンティグア, 安提瓜,
安地卡; araguaina: araguaina, araguaína, 아라과이나, арагуаина, араґуаіна, アラグァイナ, 阿拉瓜伊纳, 阿拉圭那;
la_rioja: la rioja, 라 리오하, ла-риоха, ла-ріоха, ラリオハ, 拉里奥哈, 拉略哈; rio_gallegos: rio gallegos, río
gallegos, 리오 가예고스, рио-гальегос, ріо-ґальєґос, リオガジェゴス, 里奥加耶戈斯, 里奧加耶戈斯; salta: salta,
살타, сальта, サルタ, 萨尔塔, 薩爾塔; san_juan: san juan, 산후안, сан-хуан, サンファン, 圣胡安, 聖胡安;
san_luis: san luis, 산루이스, сан-луис, сан-луїс, サンルイス, 圣路易斯, 聖路易; tucuman: tucuman, tucumán,
투쿠만, тукуман, トゥクマン, 图库曼, 吐庫曼; ushuaia: ushuaia, ushuaïa, 우수아이아, ушуая, ウシュアイア,
乌斯怀亚, 烏斯懷亞; aruba: aruba, 아루바, аруба, アルバ, 阿鲁巴, 荷屬阿魯巴; asuncion: asuncion, asunción,
아순시온, асунсьон, асунсьйон, アスンシオン, 亚松森, 亞松森; bahia: bahia, bahía, 바히아, баия, байя, バイーア,
巴伊亚, 巴伊阿; bahia_banderas: bahia banderas, bahía de banderas, bahia de banderas, 바이아 반데라스,
баия-де-бандерас, баїя бандерас, バイアバンデラ, 巴伊亚班德拉斯, 巴伊亞班德拉斯; barbados: barbados, la barbade,
바베이도스, барбадос, バルバドス, 巴巴多斯, 巴貝多; belem: belem, belén, belém, 벨렘, белен, ベレン, 贝伦, 貝倫;
belize: belize, belice, 벨리즈, белиз, беліз, ベリーズ, 伯利兹, 貝里斯; blanc-sablon: blanc-sablon, 블랑 사블롱,
бланк-саблон, блан-саблон, ブラン・サブロン, 布兰克萨布隆, 白朗薩布隆; boa_vista: boa vista, 보아 비스타,
боа-виста, боа-віста, ボアビスタ, 博阿维斯塔, 保維斯塔; bogota: bogota, bogotá, 보고타, богота, боґота, ボゴタ,
波哥大; boise: boise, 보이시, бойсе, ボイシ, 博伊西, 波夕; buenos_aires: buenos aires, 부에노스 아이레스,
буэнос-айрес, буенос-айрес, ブエノスアイレス, 布宜诺斯艾利斯, 布宜諾斯艾利斯; cambridge_bay: cambridge bay,
케임브리지 베이, кеймбридж-бей, кеймбрідж-бей, ケンブリッジベイ, 剑桥湾, 劍橋灣; campo_grande: campo grande,
캄포 그란데, кампу-гранди, кампу-ґранді, カンポグランデ, 大坎普, 格蘭場; cancun: cancun, cancún, 칸쿤, канкун,
カンクン, 坎昆; caracas: caracas, 카라카스, каракас, カラカス, 加拉加斯, 卡拉卡斯; catamarca: catamarca,
카타마르카, катамарка, カタマルカ, 卡塔马卡, 卡塔馬卡; cayenne: cayenne, cayena, 카옌, кайенна, каєнна,
カイエンヌ, 卡宴, 開雲; cayman: cayman, kaimaninseln, caimán, caïmans, 케이맨, острова кайман, кайманові
острови, ケイマン, 开曼, 開曼群島; chicago: chicago, 시카고, чикаго, чікаґо, シカゴ, 芝加哥; chihuahua:
chihuahua, 치와와, чиуауа, чіуауа, チワワ, 奇瓦瓦, 奇華華; ciudad_juarez: ciudad juarez, ciudad juárez,
시우다드후아레스, сьюдад-хуарес, с'юдад-хуарес, シウダー・フアレス, 华雷斯城, 華雷斯; coral_harbour: coral
harbour, atikokan, 코랄하버, корал-харбор, атікокан, アティコカン, 阿蒂科肯; cordoba: cordoba, córdoba,
코르도바, кордова, コルドバ, 科尔多瓦, 哥多華; costa_rica: costa rica, 코스타리카, коста-рика, коста-ріка,
コスタリカ, 哥斯达黎加, 哥斯大黎加; creston: creston, 크레스톤, крестон, クレストン, 克雷斯顿, 克雷斯頓; cuiaba:
cuiaba, cuiabá, 쿠이아바, куяба, クイアバ, 库亚巴, 古雅巴; curacao: curacao, curaçao, curazao, 퀴라소, кюрасао,
キュラソー, 库拉索, 庫拉索; danmarkshavn: danmarkshavn, 덴마크샤븐, денмарксхавн, デンマークシャウン, 丹马沙文,
丹馬沙文; dawson: dawson, 도슨, доусон, ドーソン, 道森; dawson_creek: dawson creek, 도슨크릭, доусон-крик,
доусон-крік, ドーソンクリーク, 道森克里克; denver: denver, 덴버, денвер, デンバー, 丹佛; detroit: detroit,
détroit, 디트로이트, детройт, デトロイト, 底特律; dominica: dominica, dominique, 도미니카, доминика, домініка,
ドミニカ, 多米尼加, 多米尼克; edmonton: edmonton, 에드먼턴, эдмонтон, едмонтон, エドモントン, 埃德蒙顿,
艾德蒙吞; eirunepe: eirunepe, eirunepé, 아이루네페, эйрунепе, ейрунепе, エイルネペ, 依伦尼贝, 艾魯內佩;
el_salvador: el salvador, 엘살바도르, сальвадор, エルサルバドル, 萨尔瓦多, 薩爾瓦多; fort_nelson: fort nelson,
포트 넬슨, форт нельсон, フォートネルソン, 纳尔逊堡, 納爾遜堡; fortaleza: fortaleza, 포르탈레자, форталеза,
フォルタレザ, 福塔雷萨, 福塔力莎; glace_bay: glace bay, 글라스베이, глейс-бей, ґлейс-бей, グレースベイ,
格莱斯贝, 格雷斯貝; godthab: godthab, nuuk, 고드호프, нуук, ヌーク, 努克; goose_bay: goose bay, 구즈베이,
гус-бей, ґус-бей, グースベイ, 古斯湾, 鵝灣; grand_turk: grand turk, gran turca, 그랜드 터크, гранд-терк,
ґранд-терк, グランドターク, 大特克, 大特克島; grenada: grenada, granada, grenade, 그레나다, гренада, ґренада,
グレナダ, 格林纳达, 格瑞納達; guadeloupe: guadeloupe, guadalupe, 과들루프, гваделупа, ґваделупа, グアドループ,
瓜德罗普, 瓜地洛普; guatemala: guatemala, 과테말라, гватемала, ґватемала, グアテマラ, 危地马拉, 瓜地馬拉;
guayaquil: guayaquil, 과야킬, гуаякиль, ґуаякіль, グアヤキル, 瓜亚基尔, 瓜亞基爾; guyana: guyana, 가이아나,
гайана, ґайана, ガイアナ, 圭亚那, 蓋亞那; halifax: halifax, 핼리팩스, галифакс, галіфакс, ハリファクス,
哈利法克斯, 哈里法克斯; havana: havana, havanna, la habana, la havane, 하바나, гавана, ハバナ, 哈瓦那;
hermosillo: hermosillo, 에르모시요, эрмосильо, ермосільйо, エルモシヨ, 埃莫西约, 埃莫西約; knox: knox, knox
indiana, knox [indiana], 인디애나주 녹스, нокс индиана, нокс індіана, インディアナ州ノックス, 印第安纳州诺克斯,
印第安那州諾克斯; marengo: marengo, marengo indiana, marengo [indiana], 인디애나주 머렝고, маренго индиана,
маренго індіана, インディアナ州マレンゴ, 印第安纳州马伦戈, 印第安那州馬倫哥; petersburg: petersburg, petersburg
indiana, petersburg [indiana], 인디애나주 피츠버그, питерсберг индиана, пітерсберг індіана,
インディアナ州ピーターズバーグ, 印第安纳州彼得斯堡, 印第安那州彼得堡; tell_city: tell city, tell city indiana,
tell city [indiana], 인디애나주 텔시티, телл-сити, телл-сіті індіана, インディアナ州テルシティ,
印第安纳州特尔城, 印第安那州泰爾城; vevay: vevay, vevay indiana, vevay [indiana], 인디애나주 비비, вевей
индиана, вівей індіана, インディアナ州ビベー, 印第安纳州维维市, 印第安那州維威; vincennes: vincennes, vincennes
indiana, vincennes [indiana], 인디애나주 빈센스, винсеннес, вінсенс індіана, インディアナ州ビンセンス,
印第安纳州温森斯, 印第安那州溫森斯; winamac: winamac, winamac indiana, winamac [indiana], 인디애나주 위너맥,
уинамак, вінамак індіана, インディアナ州ウィナマック, 印第安纳州威纳马克, 印第安那州威納馬克; indianapolis:
indianapolis, indianápolis, 인디애나폴리스, индианаполис, індіанаполіс, インディアナポリス, 印第安纳波利斯,
印第安那波里斯; inuvik: inuvik, 이누빅, инувик, інувік, イヌヴィク, 伊努维克, 伊奴維克; iqaluit: iqaluit,
이칼루이트, икалуит, ікалуїт, イカルイット, 伊魁特; jamaica: jamaica, jamaika, jamaïque, 자메이카, ямайка,
ジャマイカ, 牙买加, 牙買加; jujuy: jujuy, 후후이, жужуй, フフイ, 胡胡伊; juneau: juneau, 주노, джуно, ジュノー,
朱诺, 朱諾; monticello: monticello, monticello kentucky, monticello [kentucky], 켄터키주 몬티첼로, монтиселло
кентукки, монтіселло кентуккі, ケンタッキー州モンティチェロ, 肯塔基州蒙蒂塞洛, 肯塔基州蒙地卻羅; kralendijk:
kralendijk, 크라렌디즈크, кралендейк, クラレンダイク, 克拉伦代克, 克拉倫代克; la_paz: la paz, 라파스, ла-пас,
ラパス, 拉巴斯; lima: lima, 리마, лима, ліма, リマ, 利马, 利馬; los_angeles: los angeles, los ángeles,
로스앤젤레스, лос-анджелес, ロサンゼルス, 洛杉矶, 洛杉磯; louisville: louisville, 루이빌, луисвилл, луїсвілл,
ルイビル, 路易斯维尔, 路易斯維爾; lower_princes: lower princes, lower prince's quarter, 로워 프린스 쿼터,
лоуэр-принс-куотер, лоуер-принсес-квотер, ローワー・プリンセズ・クウォーター, 下太子区, 下太子區; maceio:
maceio, maceió, 마세이오, масейо, マセイオ, 马塞约, 馬瑟歐; managua: managua, 마나과, манагуа, манаґуа,
マナグア, 马那瓜, 馬拿瓜; manaus: manaus, manaos, 마나우스, манаус, マナウス, 马瑙斯, 瑪瑙斯; marigot: marigot,
마리곳, мариго, маріґо, マリゴ, 马里戈特, 馬里戈特; martinique: martinique, martinica, 마티니크, мартиника,
мартініка, マルティニーク, 马提尼克, 馬丁尼克; matamoros: matamoros, 마타모로스, матаморос, マタモロス,
马塔莫罗斯, 馬塔莫羅斯; mazatlan: mazatlan, mazatlán, 마사틀란, масатлан, マサトラン, 马萨特兰, 馬薩特蘭;
mendoza: mendoza, 멘도사, мендоса, メンドーサ, 门多萨, 門多薩; menominee: menominee, 메노미니, меномини,
меноміні, メノミニー, 梅诺米尼, 美諾米尼; merida: merida, mérida, 메리다, мерида, меріда, メリダ, 梅里达,
梅里達; metlakatla: metlakatla, 메틀라카틀라, метлакатла, メトラカトラ, 梅特拉卡特拉; mexico_city: mexico city,
mexiko-stadt, ciudad de méxico, mexico, 멕시코 시티, мехико, мехіко, メキシコシティー, 墨西哥城, 墨西哥市;
miquelon: miquelon, miquelón, 미클롱, микелон, мікелон, ミクロン島, 密克隆, 密啟崙; moncton: moncton, 몽턴,
монктон, モンクトン, 蒙克顿, 蒙克頓; monterrey: monterrey, 몬테레이, монтеррей, монтерей, モンテレイ, 蒙特雷,
蒙特瑞; montevideo: montevideo, 몬테비데오, монтевидео, монтевідео, モンテビデオ, 蒙得维的亚, 蒙特維多;
montserrat: montserrat, 몬세라트, монтсеррат, モントセラト, 蒙特塞拉特, 蒙哲臘; nassau: nassau, 나소, нассау,
насау, ナッソー, 拿骚, 拿索; new_york: new york, nueva york, 뉴욕, нью-йорк, ニューヨーク, 纽约, 紐約; nome:
nome, ном, ノーム, 诺姆, 諾姆; noronha: noronha, fernando de noronha, 노롱야, норонья, ノローニャ, 洛罗尼亚,
諾倫哈; beulah: beulah, beulah north dakota, 노스다코타주 베라, бойла северная дакота, бʼюла північна дакота,
ノースダコタ州ビューラー, 北达科他州比尤拉, 北達科他州布由拉; center: center, center north dakota, 중부
노스다코타, центр северная дакота, сентр північна дакота, ノースダコタ州センター, 北达科他州申特,
北達科他州中心; new_salem: new salem, new salem north dakota, 노스다코타주 뉴살렘, ノースダコタ州ニューセーラム,
北达科他州新塞勒姆, 北達科他州紐沙倫; ojinaga: ojinaga, 오히나가, охинага, охінаґа, オヒナガ, 奥希纳加,
奧希納加; panama: panama, panamá, 파나마, панама, パナマ, 巴拿马, 巴拿馬; paramaribo: paramaribo, 파라마리보,
парамарибо, パラマリボ, 帕拉马里博, 巴拉馬利波; phoenix: phoenix, 피닉스, финикс, фінікс, フェニックス, 凤凰城,
鳳凰城; port-au-prince: port-au-prince, puerto príncipe, 포르토프랭스, порт-о-пренс, ポルトープランス, 太子港;
port_of_spain: port of spain, puerto españa, port-d'espagne, 포트오브스페인, порт-оф-спейн, ポートオブスペイン,
西班牙港; porto_velho: porto velho, 포르토벨료, порту-велью, ポルトベーリョ, 波多韦柳, 維留港; puerto_rico:
puerto rico, porto rico, 푸에르토리코, пуэрто-рико, пуерто-ріко, プエルトリコ, 波多黎各; punta_arenas: punta
arenas, 푼타아레나스, пунта-аренас, プンタアレナス, 蓬塔阿雷纳斯, 蓬塔阿雷納斯; rankin_inlet: rankin inlet, 랭킹
인렛, ранкин-инлет, ренкін-інлет, ランキンインレット, 兰今湾, 蘭今灣; recife: recife, 레시페, ресифи, ресіфі,
レシフェ, 累西腓, 雷西非; regina: regina, 리자이나, реджайна, レジャイナ, 里贾纳, 里賈納; resolute: resolute,
리졸루트, резольют, レゾリュート, 雷索卢特, 羅斯魯特; rio_branco: rio branco, río branco, 히우 브랑쿠,
риу-бранку, ріо-бранко, リオブランコ, 里奥布郎库, 里約布蘭; santarem: santarem, santarém, 산타렘, сантарен,
サンタレム, 圣塔伦, 聖塔倫; santiago: santiago, santiago de chile, 산티아고, сантьяго, сантьяґо, サンチアゴ,
圣地亚哥, 聖地牙哥; santo_domingo: santo domingo, saint-domingue, 산토도밍고, санто-доминго, санто-домінґо,
サントドミンゴ, 圣多明各, 聖多明哥; sao_paulo: sao paulo, são paulo, 상파울루, сан-паулу, サンパウロ, 圣保罗,
聖保羅; scoresbysund: scoresbysund, ittoqqortoormiit, 스코레스바이선드, скорсбисунн, іттоккортоорміут,
イトコルトルミット, 斯科列斯比桑德, 伊托科爾托米特; sitka: sitka, 싯카, ситка, сітка, シトカ, 锡特卡, 錫特卡;
st_barthelemy: st barthelemy, st. barthélemy, saint-barthélemy, san bartolomé, 생바르텔레미, сен-бартелеми,
сен-бартелемі, サン・バルテルミー, 圣巴泰勒米岛, 聖巴托洛繆島; st_johns: st johns, st. john's, san juan de
terranova, 세인트존스, сент-джонс, セントジョンズ, 圣约翰斯, 聖約翰; st_kitts: st kitts, st. kitts, san
cristóbal, saint-christophe, 세인트키츠, сент-китс, сент-кіттс, セントクリストファー, 圣基茨, 聖基茨; st_lucia:
st lucia, st. lucia, santa lucía, sainte-lucie, 세인트루시아, сент-люсия, сент-люсія, セントルシア, 圣卢西亚,
聖露西亞; st_thomas: st thomas, st. thomas, saint-thomas, 세인트토마스, сент-томас, セントトーマス, 圣托马斯,
聖托馬斯; st_vincent: st vincent, st. vincent, san vicente, saint-vincent, 세인트빈센트, сент-винсент,
сент-вінсент, セントビンセント, 圣文森特, 聖文森; swift_current: swift current, 스위프트커런트, свифт-керрент,
свіфт-каррент, スウィフトカレント, 斯威夫特卡伦特, 斯威夫特卡倫特; tegucigalpa: tegucigalpa, 테구시갈파,
тегусигальпа, теґусіґальпа, テグシガルパ, 特古西加尔巴, 德古斯加巴; thule: thule, thulé, 툴레, туле, チューレ,
图勒, 杜里; tijuana: tijuana, 티후아나, тихуана, тіхуана, ティフアナ, 蒂华纳, 提華納; toronto: toronto, 토론토,
торонто, トロント, 多伦多, 多倫多; tortola: tortola, tórtola, 토르톨라, тортола, トルトーラ, 托尔托拉, 托爾托拉;
vancouver: vancouver, 벤쿠버, ванкувер, バンクーバー, 温哥华, 溫哥華; whitehorse: whitehorse, 화이트호스,
уайтхорс, вайтгорс, ホワイトホース, 怀特霍斯, 懷特霍斯; winnipeg: winnipeg, 위니펙, виннипег, вінніпеґ,
ウィニペグ, 温尼伯, 溫尼伯; yakutat: yakutat, 야쿠타트, якутат, ヤクタット, 亚库塔特, 雅庫塔; longyearbyen:
longyearbyen, 롱이어비엔, лонгйир, лонгʼїр, ロングイェールビーン, 朗伊尔城, 隆意耳拜恩; aden: aden, adén, 아덴,
аден, アデン, 亚丁, 亞丁; almaty: almaty, alma ata, 알마티, алматы, алмати, アルマトイ, 阿拉木图, 阿拉木圖;
amman: amman, ammán, 암만, амман, アンマン, 安曼; anadyr: anadyr, anádyr, 아나디리, анадырь, анадир, アナディリ,
阿纳德尔, 阿那底; aqtau: aqtau, aktau, aktaou, 아크타우, актау, アクタウ, 阿克套; aqtobe: aqtobe, aktobe,
aktioubinsk, 악토브, актобе, アクトベ, 阿克托别, 阿克托比; ashgabat: ashgabat, aşgabat, asjabad, achgabat,
아슈하바트, ашхабад, ашгабат, アシガバード, 阿什哈巴德, 阿什哈巴特; atyrau: atyrau, atyraou, 아티라우, атырау,
атирау, アティラウ, 阿特劳, 阿特勞; baghdad: baghdad, bagdad, 바그다드, багдад, バグダッド, 巴格达, 巴格達;
bahrain: bahrain, baréin, bahreïn, 바레인, бахрейн, バーレーン, 巴林; baku: baku, bakú, bakou, 바쿠, баку,
バクー, 巴库, 巴庫; bangkok: bangkok, 방콕, бангкок, バンコク, 曼谷; barnaul: barnaul, barnaúl, 바르나울,
барнаул, バルナウル, 巴尔瑙尔, 巴爾瑙爾; beirut: beirut, beyrouth, 베이루트, бейрут, ベイルート, 贝鲁特, 貝魯特;
bishkek: bishkek, bischkek, bichkek, 비슈케크, бишкек, бішкек, ビシュケク, 比什凯克, 比什凱克; brunei: brunei,
brunei darussalam, brunéi, 브루나이, бруней, ブルネイ, 文莱, 汶萊; calcutta: calcutta, kolkata, kalkutta,
calcuta, 콜카타, калькутта, колката, コルカタ, 加尔各答, 加爾各答; chita: chita, tschita, chitá, tchita, 치타,
чита, チタ, 赤塔; colombo: colombo, 콜롬보, коломбо, コロンボ, 科伦坡, 可倫坡; damascus: damascus, damaskus,
damasco, damas, 다마스쿠스, дамаск, ダマスカス, 大马士革, 大馬士革; dhaka: dhaka, daca, 다카, дакка, ダッカ,
达卡, 達卡; dili: dili, 딜리, дили, ділі, ディリ, 帝力; dubai: dubai, dubái, dubaï, 두바이, дубай, ドバイ, 迪拜,
杜拜; dushanbe: dushanbe, duschanbe, dusambé, douchanbé, 두샨베, душанбе, ドゥシャンベ, 杜尚别, 杜桑貝;
famagusta: famagusta, famagouste, 파마구스타, фамагуста, ファマグスタ, 法马古斯塔, 法馬古斯塔; gaza: gaza, 가자,
газа, ガザ, 加沙, 加薩; hebron: hebron, hebrón, hébron, 헤브론, хеврон, ヘブロン, 希伯伦, 赫布隆; hong_kong:
hong kong, hongkong, 홍콩, гонконг, 香港; hovd: hovd, chowd, 호브드, ховд, ホブド, 科布多; irkutsk: irkutsk,
irkoutsk, 이르쿠츠크, иркутск, іркутськ, イルクーツク, 伊尔库茨克, 伊爾庫次克; jakarta: jakarta, yakarta,
자카르타, джакарта, ジャカルタ, 雅加达, 雅加達; jayapura: jayapura, 자야푸라, джаяпура, джайпур, ジャヤプラ,
查亚普拉, 加亞布拉; jerusalem: jerusalem, jerusalén, jérusalem, 예루살렘, иерусалим, єрусалим, エルサレム,
耶路撒冷; kabul: kabul, kaboul, 카불, кабул, カブール, 喀布尔, 喀布爾; kamchatka: kamchatka, kamtschatka,
kamtchatka, 캄차카, петропавловск-камчатский, камчатка, カムチャッカ, 堪察加; karachi: karachi, karatschi,
카라치, карачи, карачі, カラチ, 卡拉奇, 喀拉蚩; katmandu: katmandu, kathmandu, katmandú, katmandou, 카트만두,
катманду, カトマンズ, 加德满都, 加德滿都; khandyga: khandyga, chandyga, khandiga, 한디가, хандыга, хандига,
ハンドゥイガ, 汉德加, 堪地加; krasnoyarsk: krasnoyarsk, krasnojarsk, krasnoïarsk, 크라스노야르스크, красноярск,
красноярськ, クラスノヤルスク, 克拉斯诺亚尔斯克, 克拉斯諾亞爾斯克; kuala_lumpur: kuala lumpur, 쿠알라룸푸르,
куала-лумпур, クアラルンプール, 吉隆坡; kuching: kuching, 쿠칭, кучинг, クチン, 古晋, 古晉; kuwait: kuwait,
koweït, 쿠웨이트, кувейт, クウェート, 科威特; macau: macau, macao, 마카오, макао, マカオ, 澳门, 澳門; magadan:
magadan, magadán, 마가단, магадан, マガダン, 马加丹, 馬加丹; makassar: makassar, makasar, macassar, 마카사르,
макасар, макассар, マカッサル, 望加锡, 馬卡沙爾; manila: manila, manille, 마닐라, манила, маніла, マニラ,
马尼拉, 馬尼拉; muscat: muscat, maskat, mascate, 무스카트, маскат, マスカット, 马斯喀特, 馬斯開特; nicosia:
nicosia, nikosia, nicosie, 니코시아, никосия, нікосія, ニコシア, 尼科西亚, 尼古西亞; novokuznetsk: novokuznetsk,
nowokuznetsk, 노보쿠즈네츠크, новокузнецк, новокузнецьк, ノヴォクズネツク, 新库兹涅茨克, 新庫茲涅茨克;
novosibirsk: novosibirsk, nowosibirsk, novossibirsk, 노보시비르스크, новосибирск, новосибірськ,
ノヴォシビルスク, 新西伯利亚, 新西伯利亞; omsk: omsk, 옴스크, омск, омськ, オムスク, 鄂木斯克; oral: oral,
ouralsk, 오랄, уральск, орал, オラル, 乌拉尔, 烏拉爾; phnom_penh: phnom penh, 프놈펜, пномпень, プノンペン,
金边, 金邊; pontianak: pontianak, 폰티아나크, понтианак, понтіанак, ポンティアナック, 坤甸; pyongyang:
pyongyang, pjöngjang, 평양, пхеньян, 平壌, 平壤; qatar: qatar, katar, catar, 카타르, катар, カタール, 卡塔尔,
卡達; qostanay: qostanay, kostanay, qostanai, kostanái, kostanaï, 코스타나이, костанай, コスタナイ, 库斯塔奈,
庫斯塔奈; qyzylorda: qyzylorda, qysylorda, kyzylorda, kzyl orda, 키질로르다, кызылорда, кизилорда, クズロルダ,
克孜洛尔达, 克孜勒奧爾達; rangoon: rangoon, yangon, rangun, yangón, rangoun, 랑군, янгон, ヤンゴン, 仰光;
riyadh: riyadh, riad, riyad, 리야드, эр-рияд, ер-ріяд, リヤド, 利雅得, 利雅德; saigon: saigon, ho chi minh city,
ho-chi-minh-stadt, ciudad ho chi minh, hô-chi-minh-ville, 사이공, хошимин, хошимін, ホーチミン, 胡志明市;
sakhalin: sakhalin, sachalin, sajalín, sakhaline, 사할린, о-в сахалин, сахалін, サハリン, 萨哈林, 庫頁島;
samarkand: samarkand, samarcanda, samarcande, 사마르칸트, самарканд, サマルカンド, 撒马尔罕, 撒馬爾罕; seoul:
seoul, seúl, séoul, 서울, сеул, ソウル, 首尔, 首爾; shanghai: shanghai, shanghái, 상하이, шанхай, 上海;
singapore: singapore, singapur, singapour, 싱가포르, сингапур, сінгапур, シンガポール, 新加坡; srednekolymsk:
srednekolymsk, srednekolimsk, 스레드네콜림스크, среднеколымск, середньоколимськ, スレドネコリムスク,
中科雷姆斯克; taipei: taipei, taipeh, taipéi, 타이베이, тайбэй, тайбей, 台北; tashkent: tashkent, taschkent,
taskent, tachkent, 타슈켄트, ташкент, タシケント, 塔什干; tbilisi: tbilisi, tiflis, tbilissi, 트빌리시, тбилиси,
тбілісі, トビリシ, 第比利斯; tehran: tehran, teheran, teherán, téhéran, 테헤란, тегеран, テヘラン, 德黑兰,
德黑蘭; thimphu: thimphu, timbu, 팀부, тхимпху, тхімпху, ティンプー, 廷布; tokyo: tokyo, tokio, 도쿄, токио,
токіо, 東京, 东京; tomsk: tomsk, 톰스크, томск, томськ, トムスク, 托木斯克; ulaanbaatar: ulaanbaatar, ulán
bator, oulan-bator, 울란바토르, улан-батор, ウランバートル, 乌兰巴托, 烏蘭巴托; urumqi: urumqi, ürümqi,
우루무치, урумчи, урумчі, ウルムチ, 乌鲁木齐, 烏魯木齊; ust-nera: ust-nera, 우스티네라, усть-нера, ウスチネラ,
乌斯内拉, 烏斯內拉; vientiane: vientiane, vientián, 비엔티안, вьентьян, вʼєнтьян, ビエンチャン, 万象, 永珍;
vladivostok: vladivostok, wladiwostok, 블라디보스토크, владивосток, ウラジオストク, 符拉迪沃斯托克, 海參崴;
yakutsk: yakutsk, jakutsk, iakoutsk, 야쿠츠크, якутск, якутськ, ヤクーツク, 雅库茨克, 雅庫次克; yekaterinburg:
yekaterinburg, jekaterinburg, ekaterimburgo, ekaterinbourg, 예카테린부르크, екатеринбург, єкатеринбург,
エカテリンブルグ, 叶卡捷琳堡, 葉卡捷林堡; yerevan: yerevan, eriwan, ereván, erevan, 예레반, ереван, єреван,
エレバン, 埃里温, 葉里溫; azores: azores, azoren, açores, 아조레스, азорские о-ва, азорські острови, アゾレス,
亚速尔群岛, 亞速爾群島; bermuda: bermuda, bermudas, bermudes, 버뮤다, бермудские о-ва, бермуди, バミューダ,
百慕大, 百慕達; canary: canary, kanaren, canarias, îles canaries, 카나리아 제도, канарские о-ва, канарські
острови, カナリア, 加那利, 加納利; cape_verde: cape verde, cabo verde, cap-vert, 카보 베르데, кабо-верде,
カーボベルデ, 佛得角, 維德角; faeroe: faeroe, faroe, färöer, islas feroe, îles féroé, 페로 제도, фарерские о-ва,
фарерські острови, フェロー, 法罗, 法羅群島; madeira: madeira, madère, 마데이라, мадейра, マデイラ, 马德拉,
馬得拉群島; reykjavik: reykjavik, reyk­ja­vík, reikiavik, 레이캬비크, рейкьявик, рейкʼявік, レイキャビク,
雷克雅未克, 雷克雅維克; south_georgia: south georgia, südgeorgien, georgia del sur, géorgie du sud,
사우스조지아, южная георгия, південна джорджія, サウスジョージア, 南乔治亚, 南喬治亞; st_helena: st helena, st.
helena, santa elena, sainte-hélène, 세인트 헬레나, о-в святой елены, острів святої єлени, セントヘレナ,
圣赫勒拿, 聖赫勒拿島; stanley: stanley, 스탠리, стэнли, стенлі, スタンレー, 斯坦利, 史坦利; adelaide: adelaide,
adelaida, adélaïde, 애들레이드, аделаида, аделаїда, アデレード, 阿德莱德, 阿得雷德; brisbane: brisbane,
브리스베인, брисбен, брісбен, ブリスベン, 布里斯班, 布利斯班; broken_hill: broken hill, 브로컨힐, брокен-хилл,
брокен-хілл, ブロークンヒル, 布罗肯希尔, 布羅肯希爾; darwin: darwin, 다윈, дарвин, дарвін, ダーウィン, 达尔文,
達爾文; eucla: eucla, 유클라, юкла, евкла, ユークラ, 尤克拉; hobart: hobart, 호바트, хобарт, гобарт, ホバート,
霍巴特, 荷巴特; lindeman: lindeman, 린데만, линдеман, ліндеман, リンデマン, 林德曼; lord_howe: lord howe, lord
howe island, 로드 하우, лорд-хау, ロードハウ, 豪勋爵岛, 豪勳爵島; melbourne: melbourne, 멜버른, мельбурн,
メルボルン, 墨尔本, 墨爾本; perth: perth, 퍼스, перт, パース, 珀斯, 伯斯; sydney: sydney, sídney, 시드니,
сидней, сідней, シドニー, 悉尼, 雪梨; BA: bosnia & herzegovina, bosnien und herzegowina, bosnia y herzegovina,
bosnie-herzégovine, 보스니아 헤르체고비나, босния и герцеговина, боснія і герцеговина, ボスニア・ヘルツェゴビナ,
波斯尼亚和黑塞哥维那, 波士尼亞與赫塞哥維納; BB: barbados, barbade, 바베이도스, барбадос, バルバドス, 巴巴多斯,
巴貝多; BD: bangladesh, bangladesch, bangladés, 방글라데시, бангладеш, バングラデシュ, 孟加拉国, 孟加拉; BE:
belgium, belgien, bélgica, belgique, 벨기에, бельгия, бельгія, ベルギー, 比利时, 比利時; BF: burkina faso,
부르키나파소, буркина-фасо, буркіна-фасо, ブルキナファソ, 布基纳法索, 布吉納法索; BG: bulgaria, bulgarien,
bulgarie, 불가리아, болгария, болгарія, ブルガリア, 保加利亚, 保加利亞; BH: bahrain, baréin, bahreïn, 바레인,
бахрейн, バーレーン, 巴林; BI: burundi, 부룬디, бурунди, бурунді, ブルンジ, 布隆迪, 蒲隆地; BJ: benin, benín,
bénin, 베냉, бенин, бенін, ベナン, 贝宁, 貝南; BL: st. barthélemy, san bartolomé, saint-barthélemy,
생바르텔레미, сен-бартелеми, сен-бартелемі, サン・バルテルミー, 圣巴泰勒米, 聖巴瑟米; BM: bermuda, bermudas,
bermudes, 버뮤다, бермудские о-ва, бермудські острови, バミューダ, 百慕大, 百慕達; BN: brunei, brunei
darussalam, brunéi, 브루나이, бруней, ブルネイ, 文莱, 汶萊; BO: bolivia, bolivien, bolivie, 볼리비아, боливия,
болівія, ボリビア, 玻利维亚, 玻利維亞; BQ: caribbean netherlands, karibische niederlande, caribe neerlandés,
pays-bas caribéens, 네덜란드령 카리브, карибські нідерланди, オランダ領カリブ, 荷属加勒比区, 荷蘭加勒比區; BR:
brazil, brasilien, brasil, brésil, 브라질, бразилия, бразилія, ブラジル, 巴西; BS: bahamas, 바하마, багамы,
багамські острови, バハマ, 巴哈马, 巴哈馬; BT: bhutan, bután, bhoutan, 부탄, бутан, ブータン, 不丹; BV: bouvet
island, bouvetinsel, isla bouvet, île bouvet, 부베섬, о-в буве, острів буве, ブーベ島, 布韦岛, 布威島; BW:
botswana, botsuana, 보츠와나, ботсвана, ボツワナ, 博茨瓦纳, 波札那; BY: belarus, bielorrusia, biélorussie,
벨라루스, беларусь, білорусь, ベラルーシ, 白俄罗斯, 白俄羅斯; BZ: belize, belice, 벨리즈, белиз, беліз,
ベリーズ, 伯利兹, 貝里斯; CA: canada, kanada, canadá, 캐나다, канада, カナダ, 加拿大; CC: cocos islands,
kokosinseln, islas cocos, îles cocos, 코코스 제도, кокосовые о-ва, кокосові острови, ココス諸島, 科科斯群岛,
科克斯群島; CD: congo - kinshasa, kongo-kinshasa, congo-kinshasa, 콩고-킨샤사, конго - киншаса, конго – кіншаса,
コンゴ民主共和国, 刚果, 剛果; CF: 중앙 아프리카 공화국, 中央アフリカ共和国, 中非共和国, 中非共和國; CG: congo -
brazzaville, kongo-brazzaville, congo, congo-brazzaville, 콩고-브라자빌, конго - браззавиль, конго – браззавіль,
コンゴ共和国, 刚果, 剛果; CH: switzerland, schweiz, suiza, suisse, 스위스, швейцария, швейцарія, スイス, 瑞士;
CI: côte d'ivoire, 코트디부아르, кот-д'ивуар, кот-дʼівуар, コートジボワール, 科特迪瓦, 象牙海岸; CK: cook
islands, cookinseln, islas cook, îles cook, 쿡 제도, о-ва кука, острови кука, クック諸島, 库克群岛, 庫克群島;
CL: chile, chili, 칠레, чили, чилі, チリ, 智利; CM: cameroon, kamerun, camerún, cameroun, 카메룬, камерун,
カメルーン, 喀麦隆, 喀麥隆; CN: china, chine, 중국, китай, 中国, 中國; CO: colombia, kolumbien, colombie,
콜롬비아, колумбия, колумбія, コロンビア, 哥伦比亚, 哥倫比亞; CQ: sark; CR: costa rica, 코스타리카, коста-рика,
コスタリカ, 哥斯达黎加, 哥斯大黎加; CU: cuba, kuba, 쿠바, куба, キューバ, 古巴; CV: cape verde, cabo verde,
cap-vert, 카보베르데, кабо-верде, カーボベルデ, 佛得角, 維德角; CW: curaçao, curazao, 퀴라소, кюрасао,
キュラソー, 库拉索, 庫拉索; CX: christmas island, weihnachtsinsel, isla de navidad, île christmas, 크리스마스섬,
о-в рождества, острів різдва, クリスマス島, 圣诞岛, 聖誕島; CY: cyprus, zypern, chipre, chypre, 키프로스, кипр,
кіпр, キプロス, 塞浦路斯, 賽普勒斯; CZ: czechia, tschechien, chequia, tchéquie, 체코, чехия, чехія, チェコ,
捷克; DE: germany, deutschland, alemania, allemagne, 독일, германия, німеччина, ドイツ, 德国, 德國; DJ:
djibouti, dschibuti, yibuti, 지부티, джибути, джибуті, ジブチ, 吉布提, 吉布地; DK: denmark, dänemark, dinamarca,
danemark, 덴마크, дания, данія, デンマーク, 丹麦, 丹麥; DM: dominica, dominique, 도미니카, доминика, домініка,
ドミニカ国, 多米尼克; DO: dominican republic, dominikanische republik, república dominicana, république
dominicaine, 도미니카 공화국, ドミニカ共和国, 多米尼加共和国, 多明尼加共和國; DZ: algeria, algerien, argelia,
algérie, 알제리, алжир, アルジェリア, 阿尔及利亚, 阿爾及利亞; EC: ecuador, équateur, 에콰도르, эквадор, еквадор,
エクアドル, 厄瓜多尔, 厄瓜多; EE: estonia, estland, estonie, 에스토니아, эстония, естонія, エストニア, 爱沙尼亚,
愛沙尼亞; EG: egypt, ägypten, egipto, égypte, 이집트, египет, єгипет, エジプト, 埃及; EH: western sahara,
westsahara, sáhara occidental, sahara occidental, 서사하라, западная сахара, західна сахара, 西サハラ, 西撒哈拉;
ER: eritrea, érythrée, 에리트리아, эритрея, еритрея, エリトリア, 厄立特里亚, 厄利垂亞; ES: spain, spanien,
españa, espagne, 스페인, испания, іспанія, スペイン, 西班牙; ET: ethiopia, äthiopien, etiopía, éthiopie,
에티오피아, эфиопия, ефіопія, エチオピア, 埃塞俄比亚, 衣索比亞; amsterdam: amsterdam, ámsterdam, 암스테르담,
амстердам, アムステルダム, 阿姆斯特丹; andorra: andorra, andorre, 안도라, андорра, アンドラ, 安道尔, 安道爾;
astrakhan: astrakhan, astrachan, astracán, 아스트라한, астрахань, アストラハン, 阿斯特拉罕; athens: athens,
athen, atenas, athènes, 아테네, афины, афіни, アテネ, 雅典; belgrade: belgrade, belgrad, belgrado, 베오그라드,
белград, ベオグラード, 贝尔格莱德, 貝爾格勒; berlin: berlin, berlín, 베를린, берлин, берлін, ベルリン, 柏林;
bratislava: bratislava, 브라티슬라바, братислава, ブラチスラバ, 布拉迪斯拉发, 布拉提斯拉瓦; brussels: brussels,
brüssel, bruselas, bruxelles, 브뤼셀, брюссель, ブリュッセル, 布鲁塞尔, 布魯塞爾; bucharest: bucharest,
bukarest, bucarest, 부쿠레슈티, бухарест, ブカレスト, 布加勒斯特; budapest: budapest, 부다페스트, будапешт,
ブダペスト, 布达佩斯, 布達佩斯; busingen: busingen, büsingen, 뷔지겐, бюзинген-на-верхнем-рейне, бюзінген,
ビュージンゲン, 布辛根; chisinau: chisinau, chisináu, 키시나우, кишинев, кишинів, キシナウ, 基希讷乌, 基西紐;
copenhagen: copenhagen, kopenhagen, copenhague, 코펜하겐, копенгаген, コペンハーゲン, 哥本哈根; dublin: dublin,
dublín, 더블린, дублин, дублін, ダブリン, 都柏林; gibraltar: gibraltar, 지브롤터, гибралтар, гібралтар,
ジブラルタル, 直布罗陀, 直布羅陀; guernsey: guernsey, guernesey, 건지, гернси, гернсі, ガーンジー, 根西岛,
根息島; helsinki: helsinki, 헬싱키, хельсинки, гельсінкі, ヘルシンキ, 赫尔辛基, 赫爾辛基; isle_of_man: isle of
man, isla de man, île de man, 맨섬, о-в мэн, острів мен, マン島, 马恩岛, 曼島; istanbul: istanbul, estambul,
이스탄불, стамбул, イスタンブール, 伊斯坦布尔, 伊斯坦堡; jersey: jersey, 저지, джерси, джерсі, ジャージー,
泽西岛, 澤西島; kaliningrad: kaliningrad, kaliningrado, 칼리닌그라드, калининград, калінінград,
カリーニングラード, 加里宁格勒, 加里寧格勒; kiev: kiev, kyiv, kiew, 키예프, киев, київ, キーウ, 基辅, 基輔;
kirov: kirov, kirow, kírov, 키로프, киров, кіров, キーロフ, 基洛夫; lisbon: lisbon, lissabon, lisboa, lisbonne,
리스본, лиссабон, лісабон, リスボン, 里斯本; ljubljana: ljubljana, liubliana, 류블랴나, любляна, リュブリャナ,
卢布尔雅那, 盧比安納; london: london, londres, 런던, лондон, ロンドン, 伦敦, 倫敦; luxembourg: luxembourg,
luxemburg, luxemburgo, 룩셈부르크, люксембург, ルクセンブルク, 卢森堡, 盧森堡; madrid: madrid, 마드리드, мадрид,
マドリード, 马德里, 馬德里; malta: malta, malte, 몰타, мальта, マルタ, 马耳他, 馬爾他; mariehamn: mariehamn,
마리에함, мариехамн, марієгамн, マリエハムン, 玛丽港, 瑪麗港; minsk: minsk, 민스크, минск, мінськ, ミンスク,
明斯克; monaco: monaco, mónaco, 모나코, монако, モナコ, 摩纳哥, 摩納哥; moscow: moscow, moskau, moscú, moscou,
모스크바, москва, モスクワ, 莫斯科; oslo: oslo, 오슬로, осло, オスロ, 奥斯陆, 奧斯陸; paris: paris, parís, 파리,
париж, パリ, 巴黎; podgorica: podgorica, 포드고리차, подгорица, подгориця, ポドゴリツァ, 波德戈里察, 波多里察;
prague: prague, prag, praga, 프라하, прага, プラハ, 布拉格; riga: riga, 리가, рига, リガ, 里加; rome: rome, rom,
roma, 로마, рим, ローマ, 罗马, 羅馬; samara: samara, 사마라, самара, サマラ, 萨马拉, 沙馬拉; san_marino: san
marino, saint-marin, 산마리노, сан-марино, サンマリノ, 圣马力诺, 聖馬利諾; sarajevo: sarajevo, 사라예보,
сараево, сараєво, サラエボ, 萨拉热窝, 塞拉耶佛; saratov: saratov, saratow, sarátov, 사라토프, саратов, サラトフ,
萨拉托夫, 薩拉托夫; simferopol: simferopol, simferópol, 심페로폴, симферополь, сімферополь, シンフェロポリ,
辛菲罗波尔, 辛非洛浦; skopje: skopje, skopie, 스코페, скопье, скопʼє, スコピエ, 斯科普里, 史高比耶; sofia:
sofia, sofía, 소피아, софия, софія, ソフィア, 索非亚, 索菲亞; stockholm: stockholm, estocolmo, 스톡홀름,
стокгольм, ストックホルム, 斯德哥尔摩, 斯德哥爾摩; tallinn: tallinn, tallin, 탈린, таллин, таллінн, タリン,
塔林; tirane: tirane, tirana, 티라나, тирана, ティラナ, 地拉那; ulyanovsk: ulyanovsk, uljanowsk, uliánovsk,
oulianovsk, 울리야노프스크, ульяновск, ульянівськ, ウリヤノフスク, 乌里扬诺夫斯克, 烏里揚諾夫斯克; vaduz: vaduz,
파두츠, вадуц, ファドゥーツ, 瓦杜兹, 瓦都茲; vatican: vatican, vatikan, el vaticano, le vatican, 바티칸,
ватикан, バチカン, 梵蒂冈, 梵蒂岡; vienna: vienna, wien, viena, vienne, 비엔나, вена, відень, ウィーン, 维也纳,
維也納; vilnius: vilnius, vilna, 빌니우스, вильнюс, вільнюс, ヴィリニュス, 维尔纽斯, 維爾紐斯; volgograd:
volgograd, wolgograd, volgogrado, 볼고그라트, волгоград, ボルゴグラード, 伏尔加格勒, 伏爾加格勒; warsaw: warsaw,
warschau, varsovia, varsovie, 바르샤바, варшава, ワルシャワ, 华沙, 華沙; zagreb: zagreb, 자그레브, загреб,
ザグレブ, 萨格勒布, 札格瑞布; zurich: zurich, zürich, zúrich, 취리히, цюрих, цюріх, チューリッヒ, 苏黎世,
蘇黎世; FI: finland, finnland, finlandia, finlande, 핀란드, финляндия, фінляндія, フィンランド, 芬兰, 芬蘭; FJ:
fiji, fidschi, fiyi, fidji, 피지, фиджи, фіджі, フィジー, 斐济, 斐濟; FK: falkland islands, falklandinseln,
islas malvinas, îles malouines, 포클랜드 제도, фолклендские о-ва, фолклендські острови, フォークランド諸島,
福克兰群岛, 福克蘭群島; FM: micronesia, mikronesien, micronésie, 미크로네시아, мікронезія, ミクロネシア連邦,
密克罗尼西亚, 密克羅尼西亞; FO: faroe islands, färöer, islas feroe, îles féroé, 페로 제도, фарерские о-ва,
фарерські острови, フェロー諸島, 法罗群岛, 法羅群島; FR: france, frankreich, francia, 프랑스, франция, франція,
フランス, 法国, 法國; GA: gabon, gabun, gabón, 가봉, габон, ガボン, 加蓬, 加彭; GB: united kingdom, vereinigtes
königreich, reino unido, royaume-uni, 영국, великобритания, велика британія, イギリス, 英国, 英國; GD: grenada,
granada, grenade, 그레나다, гренада, グレナダ, 格林纳达, 格瑞那達; GE: georgia, georgien, géorgie, 조지아,
грузия, грузія, ジョージア, 格鲁吉亚, 喬治亞; GF: french guiana, französisch-guayana, guayana francesa, guyane
française, 프랑스령 기아나, французская гвиана, французька гвіана, 仏領ギアナ, 法属圭亚那, 法屬圭亞那; GG:
guernsey, guernesey, 건지, гернси, гернсі, ガーンジー, 根西岛, 根息; GH: ghana, 가나, гана, ガーナ, 加纳, 迦納;
GI: gibraltar, 지브롤터, гибралтар, гібралтар, ジブラルタル, 直布罗陀, 直布羅陀; GL: greenland, grönland,
groenlandia, groenland, 그린란드, гренландия, гренландія, グリーンランド, 格陵兰, 格陵蘭; GM: gambia, gambie,
감비아, гамбия, гамбія, ガンビア, 冈比亚, 甘比亞; GN: guinea, guinée, 기니, гвинея, гвінея, ギニア, 几内亚,
幾內亞; GP: guadeloupe, guadalupe, 과들루프, гваделупа, グアドループ, 瓜德罗普, 瓜地洛普; GQ: equatorial guinea,
äquatorialguinea, guinea ecuatorial, guinée équatoriale, 적도 기니, экваториальная гвинея, екваторіальна гвінея,
赤道ギニア, 赤道几内亚, 赤道幾內亞; GR: greece, griechenland, grecia, grèce, 그리스, греция, греція, ギリシャ,
希腊, 希臘; GS: 사우스조지아 사우스샌드위치 제도, サウスジョージア・サウスサンドウィッチ諸島,
南乔治亚和南桑威奇群岛, 南喬治亞與南三明治群島; GT: guatemala, 과테말라, гватемала, グアテマラ, 危地马拉,
瓜地馬拉; GU: guam, гуам, グアム, 关岛, 關島; GW: guinea-bissau, guinea-bisáu, guinée-bissau, 기니비사우,
гвинея-бисау, гвінея-бісау, ギニアビサウ, 几内亚比绍, 幾內亞比索; GY: guyana, 가이아나, гайана, гаяна, ガイアナ,
圭亚那, 蓋亞那; HK: hong kong sar china, rae de hong kong, 홍콩, гонконг, гонконг оар китаю,
中華人民共和国香港特別行政区, 中国香港特别行政区, 中國香港特別行政區; HM: islas heard y mcdonald, îles
heard-et-macdonald, 허드 맥도널드 제도, о-ва херд и макдональд, ハード島・マクドナルド諸島,
赫德岛和麦克唐纳群岛, 赫德島及麥唐納群島; HN: honduras, 온두라스, гондурас, ホンジュラス, 洪都拉斯, 宏都拉斯;
HR: croatia, kroatien, croacia, croatie, 크로아티아, хорватия, хорватія, クロアチア, 克罗地亚, 克羅埃西亞; HT:
haiti, haití, haïti, 아이티, гаити, гаїті, ハイチ, 海地; HU: hungary, ungarn, hungría, hongrie, 헝가리, венгрия,
угорщина, ハンガリー, 匈牙利; ID: indonesia, indonesien, indonésie, 인도네시아, индонезия, індонезія,
インドネシア, 印度尼西亚, 印尼; IE: ireland, irland, irlanda, irlande, 아일랜드, ирландия, ірландія,
アイルランド, 爱尔兰, 愛爾蘭; IL: israel, israël, 이스라엘, израиль, ізраїль, イスラエル, 以色列; IM: isle of
man, isla de man, île de man, 맨섬, о-в мэн, острів мен, マン島, 马恩岛, 曼島; IN: india, indien, inde, 인도,
индия, індія, インド, 印度; IO: 영국령 인도양 지역, 英領インド洋地域, 英属印度洋领地, 英屬印度洋領地; IQ: iraq,
irak, 이라크, ирак, ірак, イラク, 伊拉克; IR: iran, irán, 이란, иран, іран, イラン, 伊朗; IS: iceland, island,
islandia, islande, 아이슬란드, исландия, ісландія, アイスランド, 冰岛, 冰島; IT: italy, italien, italia, italie,
이탈리아, италия, італія, イタリア, 意大利, 義大利; antananarivo: antananarivo, 안타나나리보, антананариву,
антананаріву, アンタナナリボ, 安塔那那利佛, 安塔那那利弗; chagos: chagos, 차고스, чагос, чаґос, チャゴス,
查戈斯; christmas: christmas, christmas island, weihnachtsinsel, navidad, 크리스마스, о-в рождества, острів
різдва, クリスマス島, 圣诞岛, 聖誕島; cocos: cocos, cocos islands, 코코스, кокосовые о-ва, кокосові острови,
ココス諸島, 可可斯, 科科斯群島; comoro: comoro, komoren, comoras, comores, 코모로, коморы, комори, コモロ,
科摩罗, 科摩羅群島; kerguelen: kerguelen, 케르켈렌, кергелен, керґелен, ケルゲレン諸島, 凯尔盖朗, 凱爾蓋朗島;
mahe: mahe, mahé, 마헤, маэ, махе, マヘ, 马埃岛, 馬埃島; maldives: maldives, malediven, maldivas, 몰디브,
мальдивы, мальдіви, モルディブ, 马尔代夫, 馬爾地夫; mauritius: mauritius, mauricio, maurice, 모리셔스, маврикий,
маврикій, モーリシャス, 毛里求斯, 模里西斯; mayotte: mayotte, 메요트, майотта, マヨット, 马约特, 馬約特島;
reunion: reunion, réunion, reunión, la réunion, 레위니옹, реюньон, реюньйон, レユニオン, 留尼汪, 留尼旺島; JE:
jersey, 저지, джерси, джерсі, ジャージー, 泽西岛, 澤西島; JM: jamaica, jamaika, jamaïque, 자메이카, ямайка,
ジャマイカ, 牙买加, 牙買加; JO: jordan, jordanien, jordania, jordanie, 요르단, иордания, йорданія, ヨルダン,
约旦, 約旦; JP: japan, japón, japon, 일본, япония, японія, 日本; KE: kenya, kenia, 케냐, кения, кенія, ケニア,
肯尼亚, 肯亞; KG: kyrgyzstan, kirgisistan, kirguistán, kirghizstan, 키르기스스탄, киргизия, киргизстан,
キルギス, 吉尔吉斯斯坦, 吉爾吉斯; KH: cambodia, kambodscha, camboya, cambodge, 캄보디아, камбоджа, カンボジア,
柬埔寨; KI: kiribati, 키리바시, кирибати, кірибаті, キリバス, 基里巴斯, 吉里巴斯; KM: comoros, komoren, comoras,
comores, 코모로, коморы, комори, コモロ, 科摩罗, 葛摩; KN: st. kitts & nevis, st. kitts und nevis, san cristóbal
y nieves, saint-christophe-et-niévès, 세인트키츠 네비스, сент-китс и невис, сент-кітс і невіс,
セントクリストファー・ネーヴィス, 圣基茨和尼维斯, 聖克里斯多福及尼維斯; KP: north korea, nordkorea, corea del
norte, corée du nord, 북한, кндр, північна корея, 北朝鮮, 朝鲜, 北韓; KR: south korea, südkorea, corea del sur,
corée du sud, 대한민국, республика корея, південна корея, 韓国, 韩国, 南韓; KW: kuwait, koweït, 쿠웨이트,
кувейт, クウェート, 科威特; KY: cayman islands, kaimaninseln, islas caimán, îles caïmans, 케이맨 제도, о-ва
кайман, кайманові острови, ケイマン諸島, 开曼群岛, 開曼群島; KZ: kazakhstan, kasachstan, kazajistán, 카자흐스탄,
казахстан, カザフスタン, 哈萨克斯坦, 哈薩克; LA: laos, 라오스, лаос, ラオス, 老挝, 寮國; LB: lebanon, libanon,
líbano, liban, 레바논, ливан, ліван, レバノン, 黎巴嫩; LC: st. lucia, santa lucía, sainte-lucie, 세인트루시아,
сент-люсия, сент-люсія, セントルシア, 圣卢西亚, 聖露西亞; LI: liechtenstein, 리히텐슈타인, лихтенштейн,
ліхтенштейн, リヒテンシュタイン, 列支敦士登, 列支敦斯登; LK: sri lanka, 스리랑카, шри-ланка, шрі-ланка,
スリランカ, 斯里兰卡, 斯里蘭卡; LR: liberia, 라이베리아, либерия, ліберія, リベリア, 利比里亚, 賴比瑞亞; LS:
lesotho, lesoto, 레소토, лесото, レソト, 莱索托, 賴索托; LT: lithuania, litauen, lituania, lituanie, 리투아니아,
литва, リトアニア, 立陶宛; LU: luxembourg, luxemburg, luxemburgo, 룩셈부르크, люксембург, ルクセンブルク,
卢森堡, 盧森堡; LV: latvia, lettland, letonia, lettonie, 라트비아, латвия, латвія, ラトビア, 拉脱维亚, 拉脫維亞;
LY: libya, libyen, libia, libye, 리비아, ливия, лівія, リビア, 利比亚, 利比亞; MA: morocco, marokko, marruecos,
maroc, 모로코, марокко, モロッコ, 摩洛哥; MC: monaco, mónaco, 모나코, монако, モナコ, 摩纳哥, 摩納哥; MD:
moldova, republik moldau, moldavia, moldavie, 몰도바, молдова, モルドバ, 摩尔多瓦, 摩爾多瓦; ME: montenegro,
monténégro, 몬테네그로, черногория, чорногорія, モンテネグロ, 黑山, 蒙特內哥羅; MF: st. martin, san martín,
saint-martin, 생마르탱, сен-мартен, サン・マルタン, 法属圣马丁, 法屬聖馬丁; MG: madagascar, madagaskar,
마다가스카르, мадагаскар, マダガスカル, 马达加斯加, 馬達加斯加; MH: marshall islands, marshallinseln, islas
marshall, îles marshall, 마셜 제도, маршалловы о-ва, маршаллові острови, マーシャル諸島, 马绍尔群岛, 馬紹爾群島;
MK: north macedonia, nordmazedonien, macedonia del norte, macédoine du nord, 북마케도니아, северная македония,
північна македонія, 北マケドニア, 北马其顿, 北馬其頓; ML: mali, 말리, мали, малі, マリ, 马里, 馬利; MM: myanmar,
미얀마, мьянма, мʼянма, ミャンマー, 缅甸, 緬甸; MN: mongolia, mongolei, mongolie, 몽골, монголия, монголія,
モンゴル, 蒙古; MO: macao sar china, rae de macao, 마카오, макао, макао оар китаю,
中華人民共和国マカオ特別行政区, 中国澳门特别行政区, 中國澳門特別行政區; MP: nördliche marianen, îles mariannes
du nord, 북마리아나제도, 北マリアナ諸島, 北马里亚纳群岛, 北馬利安納群島; MQ: martinique, martinica, 마르티니크,
мартиника, мартиніка, マルティニーク, 马提尼克, 馬丁尼克; MR: mauritania, mauretanien, mauritanie, 모리타니,
мавритания, мавританія, モーリタニア, 毛里塔尼亚, 茅利塔尼亞; MS: montserrat, 몬트세라트, монтсеррат,
モントセラト, 蒙特塞拉特, 蒙哲臘; MT: malta, malte, 몰타, мальта, マルタ, 马耳他, 馬爾他; MU: mauritius,
mauricio, maurice, 모리셔스, маврикий, маврикій, モーリシャス, 毛里求斯, 模里西斯; MV: maldives, malediven,
maldivas, 몰디브, мальдивы, мальдіви, モルディブ, 马尔代夫, 馬爾地夫; MW: malawi, malaui, 말라위, малави,
малаві, マラウイ, 马拉维, 馬拉威; MX: mexico, mexiko, méxico, mexique, 멕시코, мексика, メキシコ, 墨西哥; MY:
malaysia, malasia, malaisie, 말레이시아, малайзия, малайзія, マレーシア, 马来西亚, 馬來西亞; MZ: mozambique,
mosambik, 모잠비크, мозамбик, мозамбік, モザンビーク, 莫桑比克, 莫三比克; NA: namibia, namibie, 나미비아,
намибия, намібія, ナミビア, 纳米比亚, 納米比亞; NC: new caledonia, neukaledonien, nueva caledonia,
nouvelle-calédonie, 뉴칼레도니아, новая каледония, нова каледонія, ニューカレドニア, 新喀里多尼亚, 新喀里多尼亞;
NE: niger, níger, 니제르, нигер, нігер, ニジェール, 尼日尔, 尼日; NF: norfolk island, norfolkinsel, isla
norfolk, île norfolk, 노퍽섬, о-в норфолк, острів норфолк, ノーフォーク島, 诺福克岛, 諾福克島; NG: nigeria,
나이지리아, нигерия, нігерія, ナイジェリア, 尼日利亚, 奈及利亞; NI: nicaragua, 니카라과, никарагуа, нікарагуа,
ニカラグア, 尼加拉瓜; NL: netherlands, niederlande, países bajos, pays-bas, 네덜란드, нидерланды, нідерланди,
オランダ, 荷兰, 荷蘭; NO: norway, norwegen, noruega, norvège, 노르웨이, норвегия, норвегія, ノルウェー, 挪威;
NP: nepal, népal, 네팔, непал, ネパール, 尼泊尔, 尼泊爾; NR: nauru, 나우루, науру, ナウル, 瑙鲁, 諾魯; NU: niue,
니우에, ниуэ, ніуе, ニウエ, 纽埃, 紐埃島; NZ: new zealand, neuseeland, nueva zelanda, nouvelle-zélande,
뉴질랜드, новая зеландия, нова зеландія, ニュージーランド, 新西兰, 紐西蘭; OM: oman, omán, 오만, оман, オマーン,
阿曼; PA: panama, panamá, 파나마, панама, パナマ, 巴拿马, 巴拿馬; PE: peru, perú, pérou, 페루, перу, ペルー,
秘鲁, 秘魯; PF: french polynesia, französisch-polynesien, polinesia francesa, polynésie française, 프랑스령
폴리네시아, французская полинезия, французька полінезія, 仏領ポリネシア, 法属波利尼西亚, 法屬玻里尼西亞; PG:
papua new guinea, papua-neuguinea, papúa nueva guinea, papouasie-nouvelle-guinée, 파푸아뉴기니, папуа — новая
гвинея, папуа-нова гвінея, パプアニューギニア, 巴布亚新几内亚, 巴布亞紐幾內亞; PH: philippines, philippinen,
filipinas, 필리핀, филиппины, філіппіни, フィリピン, 菲律宾, 菲律賓; PK: pakistan, pakistán, 파키스탄, пакистан,
パキスタン, 巴基斯坦; PL: poland, polen, polonia, pologne, 폴란드, польша, польща, ポーランド, 波兰, 波蘭; PM:
st. pierre & miquelon, st. pierre und miquelon, san pedro y miquelón, saint-pierre-et-miquelon, 생피에르 미클롱,
сен-пьер и микелон, сен-пʼєр і мікелон, サンピエール島・ミクロン島, 圣皮埃尔和密克隆群岛, 聖皮埃與密克隆群島;
PN: pitcairn islands, pitcairninseln, islas pitcairn, îles pitcairn, 핏케언 제도, о-ва питкэрн, острови піткерн,
ピトケアン諸島, 皮特凯恩群岛, 皮特肯群島; PR: puerto rico, porto rico, 푸에르토리코, пуэрто-рико, пуерто-рико,
プエルトリコ, 波多黎各; PS: palestinian territories, territorios palestinos, 팔레스타인 지구, палестинские
территории, палестинські території, パレスチナ自治区, 巴勒斯坦领土, 巴勒斯坦自治區; PT: portugal, 포르투갈,
португалия, португалія, ポルトガル, 葡萄牙; PW: palau, palaos, 팔라우, палау, パラオ, 帕劳, 帛琉; PY: paraguay,
파라과이, парагвай, パラグアイ, 巴拉圭; apia: apia, 아피아, апиа, апіа, アピア, 阿皮亚, 阿皮亞; auckland:
auckland, 오클랜드, окленд, オークランド, 奥克兰, 奧克蘭; bougainville: bougainville, 부갱빌, бугенвиль,
буґенвіль, ブーゲンビル, 布干维尔, 布干維爾; chatham: chatham, 채텀, чатем, チャタム, 查塔姆, 查坦; easter:
easter, easter island, osterinsel, isla de pascua, île de pâques, 이스터 섬, о-в пасхи, острів пасхи,
イースター島, 复活节岛, 復活島; efate: efate, éfaté, 에파테, эфате, ефате, エフェテ島, 埃法特; enderbury:
enderbury, 엔더베리, о-в эндербери, ендербері, エンダーベリー島, 恩德伯里, 恩得伯理島; fakaofo: fakaofo,
파카오푸, факаофо, ファカオフォ, 法考福; fiji: fiji, fidschi, fiyi, fidji, 피지, фиджи, фіджі, フィジー, 斐济,
斐濟; funafuti: funafuti, 푸나푸티, фунафути, фунафуті, フナフティ, 富纳富提, 富那富提; galapagos: galapagos,
galápagos, 갈라파고스, галапагосские о-ва, ґалапаґос, ガラパゴス, 科隆群岛, 加拉巴哥群島; gambier: gambier,
감비어, о-ва гамбье, гамбʼє, ガンビエ諸島, 甘比尔, 甘比爾群島; guadalcanal: guadalcanal, 과달카날, гуадалканал,
ガダルカナル, 瓜达尔卡纳尔, 瓜達康納爾島; guam: guam, гуам, グアム, 关岛, 關島; honolulu: honolulu, honolulú,
호놀룰루, гонолулу, ホノルル, 檀香山; kanton: kanton, canton, 칸톤, кантон, カントン島, 坎顿岛, 坎頓島;
kiritimati: kiritimati, 키리티마티, киритимати, кірітіматі, キリスィマスィ島, 基里地马地岛, 基里地馬地島;
kosrae: kosrae, 코스레, косрае, コスラエ, 库赛埃, 科斯瑞; kwajalein: kwajalein, 콰잘렌, кваджалейн, クェゼリン,
夸贾林, 瓜加林島; majuro: majuro, 마주로, маджуро, マジュロ, 马朱罗, 馬朱諾; marquesas: marquesas, marquises,
마퀘사스, маркизские о-ва, маркізькі острови, マルキーズ, 马克萨斯, 馬可薩斯島; midway: midway, 미드웨이, о-ва
мидуэй, мідвей, ミッドウェー島, 中途岛, 中途島; nauru: nauru, 나우루, науру, ナウル, 瑙鲁, 諾魯; niue: niue,
니우에, ниуэ, ніуе, ニウエ, 纽埃, 紐埃島; norfolk: norfolk, norfolk island, 노퍽, норфолк, ノーフォーク島,
诺福克, 諾福克; noumea: noumea, numea, nouméa, 누메아, нумеа, ヌメア, 努美阿, 諾美亞; pago_pago: pago pago,
파고파고, паго-паго, パゴパゴ, 帕果帕果, 巴哥巴哥; palau: palau, palaos, 팔라우, палау, パラオ, 帕劳, 帛琉;
pitcairn: pitcairn, 핏케언, питкэрн, піткерн, ピトケアン諸島, 皮特凯恩, 皮特肯群島; ponape: ponape, pohnpei,
포나페, понпеи, понапе, ポンペイ島, 波纳佩岛, 波納佩; port_moresby: port moresby, 포트모르즈비, порт-морсби,
порт-морсбі, ポートモレスビー, 莫尔兹比港, 莫士比港; rarotonga: rarotonga, 라로통가, раротонга, ラロトンガ,
拉罗汤加, 拉羅湯加; saipan: saipan, saipán, 사이판, сайпан, サイパン, 塞班; tahiti: tahiti, tahití, 타히티,
таити, таїті, タヒチ, 塔希提, 大溪地; tarawa: tarawa, 타라와, тарава, タラワ, 塔拉瓦; tongatapu: tongatapu,
통가타푸, тонгатапу, トンガタプ, 东加塔布, 東加塔布島; truk: truk, chuuk, 트루크, трук, чуук, チューク,
特鲁克群岛, 楚克; wake: wake, wake island, 웨이크, уэйк, вейк, ウェーク島, 威克; wallis: wallis, 월리스, уоллис,
уолліс, ウォリス諸島, 瓦利斯; QA: qatar, katar, catar, 카타르, катар, カタール, 卡塔尔, 卡達; RE: réunion,
reunión, la réunion, 레위니옹, реюньон, реюньйон, レユニオン, 留尼汪, 留尼旺; RO: romania, rumänien, rumanía,
roumanie, 루마니아, румыния, румунія, ルーマニア, 罗马尼亚, 羅馬尼亞; RS: serbia, serbien, serbie, 세르비아,
сербия, сербія, セルビア, 塞尔维亚, 塞爾維亞; RU: russia, russland, rusia, russie, 러시아, россия, росія,
ロシア, 俄罗斯, 俄羅斯; RW: rwanda, ruanda, 르완다, руанда, ルワンダ, 卢旺达, 盧安達; SA: saudi arabia,
saudi-arabien, arabia saudí, arabie saoudite, 사우디아라비아, саудовская аравия, саудівська аравія,
サウジアラビア, 沙特阿拉伯, 沙烏地阿拉伯; SB: solomon islands, salomonen, islas salomón, îles salomon, 솔로몬
제도, соломоновы о-ва, соломонові острови, ソロモン諸島, 所罗门群岛, 索羅門群島; SC: seychelles, seychellen,
세이셸, сейшельские о-ва, сейшельські острови, セーシェル, 塞舌尔, 塞席爾; SD: sudan, sudán, soudan, 수단,
судан, スーダン, 苏丹, 蘇丹; SE: sweden, schweden, suecia, suède, 스웨덴, швеция, швеція, スウェーデン, 瑞典;
SG: singapore, singapur, singapour, 싱가포르, сингапур, сінгапур, シンガポール, 新加坡; SH: st. helena, santa
elena, sainte-hélène, 세인트헬레나, о-в св. елены, острів святої єлени, セントヘレナ, 圣赫勒拿, 聖赫勒拿島; SI:
slovenia, slowenien, eslovenia, slovénie, 슬로베니아, словения, словенія, スロベニア, 斯洛文尼亚, 斯洛維尼亞;
SJ: svalbard & jan mayen, svalbard y jan mayen, svalbard et jan mayen, 스발바르제도-얀마웬섬, шпицберген и
ян-майен, шпіцберген та ян-маєн, スバールバル諸島・ヤンマイエン島, 斯瓦尔巴和扬马延, 挪威屬斯瓦巴及尖棉; SK:
slovakia, slowakei, eslovaquia, slovaquie, 슬로바키아, словакия, словаччина, スロバキア, 斯洛伐克; SL: sierra
leone, sierra leona, 시에라리온, сьерра-леоне, сьєрра-леоне, シエラレオネ, 塞拉利昂, 獅子山; SM: san marino,
saint-marin, 산마리노, сан-марино, サンマリノ, 圣马力诺, 聖馬利諾; SN: senegal, sénégal, 세네갈, сенегал,
セネガル, 塞内加尔, 塞內加爾; SO: somalia, somalie, 소말리아, сомали, сомалі, ソマリア, 索马里, 索馬利亞; SR:
suriname, surinam, 수리남, суринам, スリナム, 苏里南, 蘇利南; SS: south sudan, südsudan, sudán del sur, soudan
du sud, 남수단, южный судан, південний судан, 南スーダン, 南苏丹, 南蘇丹; ST: são tomé & príncipe, são tomé und
príncipe, santo tomé y príncipe, sao tomé-et-principe, 상투메 프린시페, сан-томе и принсипи, сан-томе і
принсіпі, サントメ・プリンシペ, 圣多美和普林西比, 聖多美普林西比; SV: el salvador, salvador, 엘살바도르,
сальвадор, エルサルバドル, 萨尔瓦多, 薩爾瓦多; SX: sint maarten, saint-martin, 신트마르턴, синт-мартен,
сінт-мартен, シント・マールテン, 荷属圣马丁, 荷屬聖馬丁; SY: syria, syrien, siria, syrie, 시리아, сирия, сирія,
シリア, 叙利亚, 敘利亞; SZ: eswatini, esuatini, 에스와티니, эсватини, есватіні, エスワティニ, 斯威士兰,
史瓦帝尼; TC: turks & caicos islands, turks- und caicosinseln, islas turcas y caicos, îles turques-et-caïques,
터크스 케이커스 제도, тёркс и кайкос, острови теркс і кайкос, タークス・カイコス諸島, 特克斯和凯科斯群岛,
土克斯及開科斯群島; TD: chad, tschad, tchad, 차드, чад, チャド, 乍得, 查德; TF: 프랑스령 남방 지역,
仏領極南諸島, 法属南部领地, 法屬南部屬地; TG: togo, 토고, того, トーゴ, 多哥; TH: thailand, tailandia,
thaïlande, 태국, таиланд, таїланд, タイ, 泰国, 泰國; TJ: tajikistan, tadschikistan, tayikistán, tadjikistan,
타지키스탄, таджикистан, タジキスタン, 塔吉克斯坦, 塔吉克; TK: tokelau, 토켈라우, токелау, トケラウ, 托克劳,
托克勞群島; TL: timor-leste, timor oriental, 동티모르, восточный тимор, тимор-лешті, 東ティモール, 东帝汶,
東帝汶; TM: turkmenistan, turkmenistán, turkménistan, 투르크메니스탄, туркменистан, туркменістан,
トルクメニスタン, 土库曼斯坦, 土庫曼; TN: tunisia, tunesien, túnez, tunisie, 튀니지, тунис, туніс, チュニジア,
突尼斯, 突尼西亞; TO: tonga, 통가, тонга, トンガ, 汤加, 東加; TR: türkiye, türkei, turquía, turquie, 튀르키예,
турция, туреччина, トルコ, 土耳其; TT: trinidad & tobago, trinidad und tobago, trinidad y tobago,
trinité-et-tobago, 트리니다드 토바고, тринидад и тобаго, тринідад і тобаго, トリニダード・トバゴ,
特立尼达和多巴哥, 千里達及托巴哥; TV: tuvalu, 투발루, тувалу, ツバル, 图瓦卢, 吐瓦魯; TW: taiwan, taiwán,
taïwan, 대만, тайвань, 台湾, 台灣; TZ: tanzania, tansania, tanzanie, 탄자니아, танзания, танзанія, タンザニア,
坦桑尼亚, 坦尚尼亞; UA: ukraine, ucrania, 우크라이나, украина, україна, ウクライナ, 乌克兰, 烏克蘭; UG: uganda,
ouganda, 우간다, уганда, ウガンダ, 乌干达, 烏干達; UM: u.s. outlying islands, 미국령 해외 제도, внешние малые
о-ва, віддалені острови сша, 合衆国領有小離島, 美国本土外小岛屿, 美國本土外小島嶼; US: united states, vereinigte
staaten, estados unidos, états-unis, 미국, соединенные штаты, сполучені штати, アメリカ合衆国, 美国, 美國; UY:
uruguay, 우루과이, уругвай, ウルグアイ, 乌拉圭, 烏拉圭; UZ: uzbekistan, usbekistan, uzbekistán, ouzbékistan,
우즈베키스탄, узбекистан, ウズベキスタン, 乌兹别克斯坦, 烏茲別克; VA: vatican city, vatikanstadt, ciudad del
vaticano, 바티칸 시국, ватикан, バチカン市国, 梵蒂冈, 梵蒂岡; VC: 세인트빈센트그레나딘,
セントビンセント及びグレナディーン諸島, 圣文森特和格林纳丁斯, 聖文森及格瑞那丁; VE: venezuela, 베네수엘라,
венесуэла, венесуела, ベネズエラ, 委内瑞拉, 委內瑞拉; VG: british virgin islands, 영국령 버진아일랜드,
виргинские о-ва, 英領ヴァージン諸島, 英属维尔京群岛, 英屬維京群島; VI: u.s. virgin islands, 미국령 버진아일랜드,
виргинские о-ва, віргінські острови, 米領ヴァージン諸島, 美属维尔京群岛, 美屬維京群島; VN: vietnam, viêt nam,
베트남, вьетнам, вʼєтнам, ベトナム, 越南; VU: vanuatu, 바누아투, вануату, バヌアツ, 瓦努阿图, 萬那杜; WF: wallis
& futuna, wallis und futuna, wallis y futuna, wallis-et-futuna, 왈리스-푸투나 제도, уоллис и футуна, уолліс і
футуна, ウォリス・フツナ, 瓦利斯和富图纳, 瓦利斯群島和富圖那群島; WS: samoa, 사모아, самоа, サモア, 萨摩亚,
薩摩亞; XK: kosovo, 코소보, косово, コソボ, 科索沃; YE: yemen, jemen, yémen, 예멘, йемен, ємен, イエメン, 也门,
葉門; YT: mayotte, 마요트, майотта, マヨット, 马约特, 馬約特島; ZA: south africa, südafrika, sudáfrica, afrique
du sud, 남아프리카, 南アフリカ, 南非; ZM: zambia, sambia, zambie, 잠비아, замбия, замбія, ザンビア, 赞比亚,
尚比亞; ZW: zimbabwe, simbabwe, zimbabue, 짐바브웨, зимбабве, зімбабве, ジンバブエ, 津巴布韦, 辛巴威
"""


def _rows() -> list[tuple[str, list[str]]]:
    rows = (place.partition(": ") for place in " ".join(_PLACES.split()).split("; "))
    return [(key, names.split(", ")) for key, _, names in rows]


ROWS = _rows()
"""Each place: its key (a country's ISO code, a city's English name) and its names."""

PLACES = {name: key for key, names in reversed(ROWS) for name in names}
"""The key of a place by each of its names, folded (`str.casefold`); of two places with one name, the first."""

ENGLISH_NAMES = {key: names[0].title() for key, names in ROWS}
"""The English name of a place by its key."""
