"""Frequent given names of the Spanish and Portuguese speaking countries, folded: behind them two family names follow.

Own collection (Apache-2.0), from general knowledge of the languages. Names that are as frequent elsewhere as a first
name (Daniel, David, Martin, Maria before a German or Slavic name) are left out unless the language's own form differs.
"""

from __future__ import annotations

_SPANISH = """
    abelardo adela adolfo adriana agustin alberto alejandra alejandro alfonso alfredo alicia alonso alvaro amalia amparo
    andres angelica aniceto antonio araceli armando arnulfo arturo aurelio baltasar bartolome beatriz belen benito
    bernardo blanca braulio camila camilo carlos carlota carmen carolina catalina cayetano cecilia cesar claudia
    concepcion consuelo cristina cristobal cruz cuauhtemoc dario delfina diego dionisio dolores domingo edgardo eduardo
    efrain eladio elena eleuterio elias eliseo eloisa eloy elvira emiliano emilio encarnacion enrique ernesto esmeralda
    esperanza esteban estela eugenio eusebio evaristo fabian fabiola facundo faustino federico felipe felix fermin
    fernanda fernando fidel flavio florencio francisca francisco froilan gabriela genaro gerardo german gilberto gloria
    gonzalo graciela gregorio guadalupe guillermo gustavo hector heriberto hernan hilario hipolito horacio hortensia
    hugo humberto ignacio ildefonso ines inmaculada isabel isidro ismael jacinto jaime javier jesus joaquin jorge jose
    josefa josefina juan juana juanita julian julio justo lazaro leandro leonel leopoldo leticia lisandro lorenzo
    lourdes lucas lucia luciano lucila luis luisa luz macarena manuel manuela marcela marcelino marcelo marco marcos
    margarita maria mariana mariano maribel marisol martin mateo matias mauricio maximiliano melchor mercedes miguel
    miriam modesto moises monica montserrat natalia nestor nicanor nicolas nieves norberto octavio olegario olga
    orlando oscar osvaldo ovidio pablo paloma pancho paola pascual patricio paula paz pedro perla pilar placido porfirio
    rafael ramiro ramon raul raymundo rebeca remedios ricardo rigoberto roberto rocio rodolfo rodrigo rogelio rolando
    roman romulo roque rosa rosalia rosario rosaura ruben rufino salvador samuel santiago saturnino segundo sergio
    servando silvestre silvia silvio simon socorro soledad susana teodoro teofilo teresa tomas trinidad ubaldo urbano
    valentin valeria vicente victor violeta virgilio wilfredo ximena yolanda zacarias zoila ana aitor josep jordi oriol
    anxo xose xoan brais iago uxia sabela antia joan jaume pere ferran arnau enric lluis carles asier ander eneko
    itziar nerea
    iker inaki unai gorka mikel koldo angeles raquel nuria noelia lorena celia lidia misael osmar ulises wilmer xiomara
    yadira yesenia viviana liliana delfin
    """
SPANISH_GIVEN = frozenset(_SPANISH.split())

_PORTUGUESE = """
    adalberto adilson aecio afonso ailton alcides aloisio aluisio americo anderson antonia antonio armindo artur augusto
    aurea beatriz benedito bruno caetano caio carlos catarina celio celso cicero claudio clovis dalva damiao delcidio
    diogo dirceu djalma edilson edmilson edson eduardo elias elisio emidio eunice fabio fatima felipe fernanda fernando
    filipe flavia flavio francisco geraldo germano gilberto gilmar guilherme gustavo heitor helder helena helio henrique
    hermenegildo hugo iara igor inacio isabel ivo jair jairo joana joao joaquim joel jorge jose josefa julia juliana
    lauro leandro leonor luana lucia luciano lucio luis luiz manuel manoel marcelo marcia marcio marco marcos margarida
    maria mariana mario marisa marta mateus mauricio mauro miguel moacir monica murilo nelson nilson nuno olavo orlando
    osvaldo patricia paula paulo pedro rafael raimundo renata renato ricardo rita roberto rodrigo rogerio romeu ronaldo
    rosangela rui sandra sebastiao sergio severino silvia silvio simao sofia sonia tania tarcisio telma teresa thiago
    ana matheus davi jeferson reginaldo renan fabricio gilson willian maicon reinaldo vagner cleiton vanderlei domingos
    adao evandro valmir juliano edvaldo breno goncalo duarte luciana eliane cristiane jaqueline aparecida terezinha
    raimunda andreia rafaela luzia daiane raquel tiago valdemar valdir valter vanda vasco vera vinicius vitor wagner
    waldemar wanderley wellington
    """
PORTUGUESE_GIVEN = frozenset(_PORTUGUESE.split())

_PORTUGUESE_ONLY = """
    da do dos das joao luiz paulo rui nuno tiago thiago duarte joaquim manoel jair adilson aecio aloisio aluisio clovis
    dalva damiao delcidio diogo dirceu djalma edilson edmilson geraldo gilmar guilherme heitor henrique inacio joana
    mateus moacir nilson raimundo rogerio romeu rosangela sebastiao simao tarcisio vinicius wanderley matheus davi
    jeferson reginaldo gilson willian vagner cleiton vanderlei domingos adao evandro valmir edvaldo breno goncalo
    terezinha daiane valdemar valdir vasco caetano caio
"""
PORTUGUESE_ONLY = frozenset(_PORTUGUESE_ONLY.split())
"""Particles and given names that no Spanish name has."""

PORTUGUESE_LETTERS = ("ã", "õ", "ç", "lh", "nh")
"""Letters in a name that no Spanish name has."""
