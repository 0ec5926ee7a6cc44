"""Given names of sovereigns, popes and saints, which every language says in its own form, and the titles before them.

Own collection (Apache-2.0), from general knowledge of how encyclopaedias and news of these languages name rulers. A row
is one name; the forms of languages with cases are in the nominative, a bar parts two forms of one language.
"""

from __future__ import annotations

_NAMES = """
    en Elizabeth, pl Elżbieta, cs Alžběta, sk Alžbeta, sl Elizabeta, hr Elizabeta, bg Елизабет|Елисавета, ru
        Елизавета, uk Єлизавета, be Лізавета, sr Елизабета, mk Елизабета, de Elisabeth, fr Élisabeth, es Isabel,
        it Elisabetta, hu Erzsébet;
    en Charles, pl Karol, cs Karel, sk Karol, sl Karel, hr Karlo, bg Чарлз|Карл, ru Карл|Чарльз, uk Карл|Чарльз,
        sr Чарлс, mk Чарлс, de Karl, es Carlos, it Carlo, pt Carlos, nl Karel, hu Károly, sv Karl;
    en William, pl Wilhelm, cs Vilém|Viliam, sk Viliam, sl Viljem, hr Vilim, bg Уилям|Вилхелм, ru
        Вильгельм|Вильям|Уильям, uk Вільгельм|Вільям, sr Виљем, de Wilhelm, fr Guillaume, es Guillermo, it Guglielmo, pt
        Guilherme, nl Willem, hu Vilmos;
    en George, pl Jerzy, cs Jiří, sk Juraj, sl Jurij, hr Juraj, bg Джордж|Георги, ru Георг|Георгий, uk
        Георг|Георгій, sr Џорџ, de Georg, fr Georges, es Jorge, it Giorgio, pt Jorge, nl Joris, hu György;
    en Edward, pl Edward, cs Eduard, sk Eduard, sl Edvard, bg Едуард, ru Эдуард, uk Едвард, sr Едвард, de Eduard,
        fr Édouard, es Eduardo, it Edoardo, pt Eduardo;
    en Henry, pl Henryk, cs Jindřich, sk Henrich, sl Henrik, hr Henrik, bg Хенри|Анри, ru Генрих, uk Генріх, sr
        Хенри, de Heinrich, fr Henri, es Enrique, it Enrico, pt Henrique, nl Hendrik, hu Henrik;
    en James, pl Jakub, cs Jakub, sk Jakub, sl Jakob, bg Джеймс|Яков, ru Яков, uk Яків, sr Џејмс, de Jakob, fr
        Jacques, es Jacobo|Jaime, it Giacomo, pt Jaime;
    en Mary, pl Maria, cs Marie, sk Mária, sl Marija, hr Marija, bg Мария, ru Мария, uk Марія, sr Марија, de
        Maria, fr Marie, es María, it Maria, pt Maria;
    en Philip, pl Filip, cs Filip, sk Filip, sl Filip, hr Filip, bg Филип, ru Филипп, uk Філіп|Філіпп, sr Филип,
        mk Филип, de Philipp, fr Philippe, es Felipe, it Filippo, pt Filipe, nl Filip, sv Filip;
    en Louis, pl Ludwik, cs Ludvík, sk Ľudovít, sl Ludvik, hr Luj, bg Луи, ru Людовик, uk Людовик, sr Луј, de
        Ludwig, es Luis, it Luigi, pt Luís, nl Lodewijk, hu Lajos;
    en Francis, pl Franciszek, cs František, sk František, sl Frančišek, hr Franjo, bg Франциск|Франсис, ru
        Франциск, uk Франциск|Франциск, sr Фрања, de Franziskus|Franz, fr François, es Francisco, it Francesco, pt
        Francisco, nl Franciscus, hu Ferenc;
    en Frederick, pl Fryderyk, cs Fridrich|Bedřich, sk Fridrich, sl Friderik, hr Fridrik, bg Фридрих|Фредерик, ru
        Фридрих, uk Фрідріх, sr Фридрих, de Friedrich, fr Frédéric, es Federico, it Federico, nl Frederik, da
        Frederik, hu Frigyes;
    en Joseph, pl Józef, cs Josef, sk Jozef, sl Jožef, hr Josip, bg Йосиф, ru Иосиф, uk Йосиф, sr Јосиф, de Josef,
        es José, it Giuseppe, pt José, nl Jozef, hu József;
    en Margaret, pl Małgorzata, cs Markéta, sk Margaréta, sl Margareta, hr Margareta, bg Маргарет|Маргрете, ru
        Маргарита|Маргрете, uk Маргарита|Маргрете, sr Маргарета, de Margarete, fr Marguerite, es Margarita, it
        Margherita, pt Margarida, da Margrethe;
    en Catherine, pl Katarzyna, cs Kateřina, sk Katarína, sl Katarina, hr Katarina, bg Катерина|Екатерина, ru
        Екатерина, uk Катерина, sr Катарина, de Katharina, es Catalina, it Caterina, pt Catarina, nl Catharina, hu
        Katalin;
    en Nicholas, pl Mikołaj, cs Mikuláš, sk Mikuláš, sl Nikolaj, hr Nikola, bg Николай, ru Николай, uk Микола, sr
        Никола, de Nikolaus, fr Nicolas, es Nicolás, it Niccolò|Nicola, pt Nicolau, nl Nicolaas, hu Miklós;
    en Alexander, pl Aleksander, cs Alexandr, sk Alexander, sl Aleksander, hr Aleksandar, bg Александър, ru
        Александр, uk Олександр, sr Александар, mk Александар, de Alexander, fr Alexandre, es Alejandro, it
        Alessandro, pt Alexandre, hu Sándor;
    en Peter, pl Piotr, cs Petr, sk Peter, sl Peter, hr Petar, bg Петър, ru Пётр, uk Петро, sr Петар, mk Петар, de
        Peter, fr Pierre, es Pedro, it Pietro, pt Pedro, nl Pieter, hu Péter;
    en Paul, pl Paweł, cs Pavel, sk Pavol, sl Pavel, hr Pavao, bg Павел, ru Павел, uk Павло, sr Павле, de Paul, es
        Pablo, it Paolo, pt Paulo, nl Paulus, hu Pál;
    en John, pl Jan, cs Jan, sk Ján, sl Janez, hr Ivan, bg Йоан, ru Иоанн, uk Іван|Іоанн, sr Јован, de
        Johannes|Johann, fr Jean, es Juan, it Giovanni, pt João, nl Johannes|Jan, hu János;
    en John Paul, pl Jan Paweł, cs Jan Pavel, sk Ján Pavol, sl Janez Pavel, hr Ivan Pavao, bg Йоан Павел, ru Иоанн
        Павел, uk Іван Павло, sr Јован Павле, de Johannes Paul, fr Jean-Paul, es Juan Pablo, it Giovanni Paolo, pt
        João Paulo, nl Johannes Paulus, hu János Pál;
    en Benedict, pl Benedykt, cs Benedikt, sk Benedikt, sl Benedikt, hr Benedikt, bg Бенедикт, ru Бенедикт, uk
        Бенедикт, sr Бенедикт, de Benedikt, fr Benoît, es Benedicto, it Benedetto, pt Bento, nl Benedictus, hu
        Benedek;
    en Gregory, pl Grzegorz, cs Řehoř, sk Gregor, sl Gregor, hr Grgur, bg Григорий, ru Григорий, uk Григорій, sr
        Гргур, de Gregor, fr Grégoire, es Gregorio, it Gregorio, pt Gregório, nl Gregorius, hu Gergely;
    en Pius, cs Pius, sk Pius, sl Pij, hr Pio, bg Пий, ru Пий, uk Пій, sr Пије, fr Pie, es Pío, it Pio, pt Pio;
    en Leo, pl Leon, cs Lev, sk Lev, sl Leon, hr Leon, bg Лъв, ru Лев, uk Лев, sr Лав, fr Léon, es León, it Leone,
        pt Leão, hu Leó;
    en Clement, pl Klemens, cs Klement|Kliment, sk Klement, sl Klemen, bg Климент, ru Климент, uk Климент, de
        Clemens, fr Clément, es Clemente, it Clemente, pt Clemente, nl Clemens, hu Kelemen;
    en Stephen, pl Stefan|Szczepan, cs Štěpán, sk Štefan, sl Štefan, hr Stjepan, bg Стефан, ru Стефан, uk Стефан,
        sr Стефан, de Stephan, fr Étienne, es Esteban, it Stefano, pt Estêvão, nl Stefanus, hu István;
    en Michael, pl Michał, cs Michal|Michael, sk Michal, sl Mihael, hr Mihael, bg Михаил, ru Михаил, uk Михайло,
        sr Михаило, fr Michel, es Miguel, it Michele, pt Miguel, ro Mihai, hu Mihály;
    en Constantine, pl Konstantyn, cs Konstantin, sk Konštantín, sl Konstantin, bg Константин, ru Константин, uk
        Костянтин, sr Константин, de Konstantin, fr Constantin, es Constantino, it Costantino, pt Constantino, nl
        Constantijn, el Κωνσταντίνος;
    en Patrick, pl Patryk, cs Patrik, sk Patrik, sl Patrik, hr Patrik, bg Патрик, ru Патрик|Патрикий, uk Патрик,
        es Patricio, it Patrizio, pt Patrício;
    en Ferdinand, pl Ferdynand, cs Ferdinand, bg Фердинанд, ru Фердинанд, uk Фердинанд, es Fernando, it
        Ferdinando, pt Fernando;
    en Isabella, pl Izabela, cs Isabela, sk Izabela, sl Izabela, bg Изабела, ru Изабелла, uk Ізабелла, fr
        Isabelle, es Isabel;
    en Victoria, pl Wiktoria, cs Viktorie, sk Viktória, sl Viktorija, hr Viktorija, bg Виктория, ru Виктория, uk
        Вікторія, sr Викторија, de Viktoria, it Vittoria, pt Vitória, hu Viktória;
    en Anne, pl Anna, cs Anna, sl Ana, bg Ан|Анна, ru Анна, uk Анна, sr Ана, de Anna, es Ana, it Anna, pt Ana;
    en Albert, sl Albert, bg Албер|Алберт, ru Альбер|Альберт, uk Альбер|Альберт, es Alberto, it Alberto, pt
        Alberto;
    en Leopold, bg Леополд, ru Леопольд, uk Леопольд, fr Léopold, es Leopoldo, it Leopoldo, hu Lipót
"""
RULER_NAMES: tuple[tuple[tuple[str, str], ...], ...] = tuple(
    tuple(
        (language, form)
        for cell in row.split(",")
        for language, _, forms in [cell.strip().partition(" ")]
        for form in forms.split("|")
    )
    for row in _NAMES.split(";")
)
"""For each name its forms, with the language of each as ISO 639-1 names it."""

_TITLES = """
    queen: en Queen, pl królowa| królowej| królową| królowo, cs královna| královny| královně| královnu| královnou,
        sk kráľovná| kráľovnej| kráľovnú| kráľovnou, sl kraljica| kraljice| kraljici| kraljico, hr kraljica|
        kraljice| kraljici| kraljicu| kraljicom, bg кралица, ru королева| королевы| королеве| королеву| королевой,
        uk королева| королеви| королеві| королеву| королевою, sr краљица| краљице| краљици| краљицу| краљицом, mk
        кралица, de Königin, fr reine, es reina, it regina, pt rainha, nl koningin;
    king: en King, pl król| króla| królowi| królem| królu, cs král| krále| králi| královi| králem, sk kráľ| kráľa|
        kráľovi| kráľom, sl kralj| kralja| kralju| kraljem, hr kralj| kralja| kralju| kraljem, bg крал| кралят|
        краля, ru король| короля| королю| королём| королем| короле, uk король| короля| королю| королем| королі, sr
        краљ| краља| краљу| краљем, mk крал| кралот, de König, fr roi, es rey, it re, pt rei, nl koning;
    prince: en Prince, pl książę| księcia| księciu| księciem, cs princ| prince| princi| princem| princovi, sk
        princ| princa| princovi| princom, sl princ| princa| princu| princem, hr princ| princa| princu| princem, bg
        принц| принцът| принца, ru принц| принца| принцу| принцем| принце, uk принц| принца| принцу| принцом|
        принцові, sr принц| принца| принцу| принцем, mk принц| принцот, de Prinz| Prinzen, fr prince, es príncipe,
        it principe, pt príncipe, nl prins;
    princess: en Princess, pl księżna| księżnej| księżną| księżniczka| księżniczki| księżniczkę| księżniczką, cs
        princezna| princezny| princezně| princeznu| princeznou, sk princezná| princeznej| princeznú, sl princesa|
        princese| princesi| princeso, hr princeza| princeze| princezi| princezu, bg принцеса, ru принцесса|
        принцессы| принцессе| принцессу| принцессой, uk принцеса| принцеси| принцесі| принцесу| принцесою, sr
        принцеза| принцезе| принцезу, de Prinzessin, fr princesse, es princesa, it principessa, pt princesa, nl
        prinses;
    pope: en Pope, pl papież| papieża| papieżowi| papieżem| papieżu, cs papež| papeže| papeži| papežem| papežovi,
        sk pápež| pápeža| pápežovi| pápežom, sl papež| papeža| papežu| papežem, hr papa| pape| papi| papu| papom,
        bg папа, ru папа| папы| папе| папу| папой, uk папа| папи| папі| папу| папою, sr папа| папе| папи| папу, mk
        папа| папата, de Papst, fr pape, es papa, it papa, pt papa, nl paus;
    saint: en Saint| St, pl św| święty| świętego| świętemu| świętym, cs svatý| svatého| sv, sk svätý| svätého| sv,
        sl sveti| svetega| sv, hr sveti| svetog| sv, bg свети| св, ru святой| святого| святому| святым| св, uk
        святий| святого| святому| святим| св, sr свети| светог, de Sankt| heilige| heiligen, fr Saint| saint, es
        San| san, it San| san, pt São| são, nl Sint
"""
RULER_TITLES: dict[str, dict[str, tuple[str, ...]]] = {
    title.strip(): {
        language: tuple(form.strip() for form in forms.split("|"))
        for cell in cells.split(",")
        for language, _, forms in [cell.strip().partition(" ")]
    }
    for row in _TITLES.split(";")
    for title, _, cells in [row.partition(":")]
}
"""For each title, by its English word, its forms by language, in all cases where that language has them."""

_ORDINALS = """
    Първи Втори Трети Четвърти Пети Шести Седми Осми Девети Десети Единадесети Дванадесети Тринадесети
    Четиринадесети Петнадесети Шестнадесети Седемнадесети Осемнадесети Деветнадесети Двадесети
"""
BULGARIAN_ORDINALS = tuple(_ORDINALS.split())
"""The ordinals by which Bulgarian counts rulers, from the first on; women's end in -а."""
