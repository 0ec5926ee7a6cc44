"""The months and the days of the week in the languages in which articles' dates are read.

Source: Unicode CLDR 47 as Babel 2.18 ships it (Unicode License v3): wide and short names, in both grammatical forms, of
English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian, Turkish and Arabic, the latter
also as in Lebanon, Morocco and Algeria; names of days also in Korean, Japanese and Chinese. In small letters.
"""

from __future__ import annotations

_MONTHS = """
    january, jan, januar, janvier, janv, enero, ene, gennaio, gen, janeiro, januari, stycznia, sty, styczeń, января,
    янв, январь, січня, січ, січень, ocak, oca, يناير, كانون الثاني, جانفي;
    february, feb, februar, février, févr, febrero, febbraio, fevereiro, fev, februari, lutego, lut, luty, февраля,
    февр, февраль, лютого, лют, лютий, şubat, şub, فبراير, شباط, فيفري;
    march, mar, märz, mär, mars, marzo, março, maart, mrt, marca, marzec, марта, мар, март, березня, бер, березень,
    mart, مارس, آذار;
    april, apr, avril, avr, abril, abr, aprile, kwietnia, kwi, kwiecień, апреля, апр, апрель, квітня, квіт, квітень,
    nisan, nis, أبريل, نيسان, أفريل;
    may, mai, mayo, maggio, mag, maio, mei, maja, maj, мая, май, травня, трав, травень, mayıs, مايو, أيار, ماي;
    june, jun, juni, juin, junio, giugno, giu, junho, czerwca, cze, czerwiec, июня, июн, июнь, червня, черв,
    червень, haziran, haz, يونيو, حزيران, جوان;
    july, jul, juli, juillet, juil, julio, luglio, lug, julho, lipca, lip, lipiec, июля, июл, июль, липня, лип,
    липень, temmuz, tem, يوليو, تموز, يوليوز, جويلية;
    august, aug, août, agosto, ago, augustus, sierpnia, sie, sierpień, августа, авг, август, серпня, серп, серпень,
    ağustos, ağu, أغسطس, غشت, أوت;
    september, sep, sept, septembre, septiembre, settembre, set, setembro, września, wrz, wrzesień, сентября, сент,
    сентябрь, вересня, вер, вересень, eylül, eyl, سبتمبر, أيلول, شتنبر;
    october, oct, oktober, okt, octobre, octubre, ottobre, ott, outubro, out, października, paź, październik,
    октября, окт, октябрь, жовтня, жовт, жовтень, ekim, eki, أكتوبر, تشرين الأول;
    november, nov, novembre, noviembre, novembro, listopada, lis, listopad, ноября, нояб, ноябрь, листопада, лист,
    листопад, kasım, kas, نوفمبر, تشرين الثاني, نونبر;
    december, dec, dezember, dez, décembre, déc, diciembre, dic, dicembre, dezembro, grudnia, gru, grudzień,
    декабря, дек, декабрь, грудня, груд, грудень, aralık, ara, ديسمبر, كانون الأول, دجنبر
"""
MONTHS = {name.strip(): number for number, names in enumerate(_MONTHS.split(";"), 1) for name in names.split(",")}
"""The number of each month, from 1, by its name."""

_DAYS = """
    monday, montag, lundi, lunes, lunedì, segunda-feira, maandag, poniedziałek, понедельник, понеділок, pazartesi,
    الاثنين, 월요일, 月曜日, 星期一, tuesday, dienstag, mardi, martes, martedì, terça-feira, dinsdag, wtorek, вторник,
    вівторок, salı, الثلاثاء, 화요일, 火曜日, 星期二, wednesday, mittwoch, mercredi, miércoles, mercoledì,
    quarta-feira,
    woensdag, środa, среда, середа, çarşamba, الأربعاء, 수요일, 水曜日, 星期三, thursday, donnerstag, jeudi,
    jueves, giovedì,
    quinta-feira, donderdag, czwartek, четверг, четвер, perşembe, الخميس, 목요일, 木曜日, 星期四, friday, freitag,
    vendredi,
    viernes, venerdì, sexta-feira, vrijdag, piątek, пятница, пʼятниця, cuma, الجمعة, 금요일, 金曜日, 星期五, saturday,
    samstag, samedi, sábado, sabato, zaterdag, sobota, суббота, субота, cumartesi, السبت, 토요일, 土曜日, 星期六,
    sunday,
    sonntag, dimanche, domingo, domenica, zondag, niedziela, воскресенье, неділя, pazar, الأحد, 일요일, 日曜日, 星期日
"""
DAYS = frozenset(name.strip() for name in _DAYS.split(","))

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""The year before the first one of the Japanese eras from 1868 on, and of the Taiwanese calendar."""
