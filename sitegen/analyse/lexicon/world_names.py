"""Given names of many languages, as news in English spells them, with the gender they usually have."""

FEMALE = frozenset(
    """adriane agata agnieszka aida aino aishwarya akiko alessandra alexia alina alma amal amina amira anahita anais
    anastasiya andreea andrzejka angelika anja anjali anke anneke annegret anneli annelise annika antje antonella
    aparna ariane asma asuncion ayako ayesha aylin ayse azadeh aziza barbora beata beate bente berit birgit birgitta
    blanca bojana bozena brigitta brigitte britta camille carlotta carme carmela carole caterina cecile celine chantal
    chiara chiyo cho clarisse claudine clementine concepcion consuelo corinna cosima cristiana cristina dagmar dalia
    danuta daphne delphine denisa dilma dominika dorota dorte ebru edyta eija ekaterina eleni eleonora elif elisabeth
    elisabetta elke elodie elzbieta emine ewa esperanza estelle eszter etsuko eugenia eulalia fabienne fadila farah
    farida fatma fernanda filipa florentina francesca francine francoise frauke frida fumiko galina genowefa georgina
    gerda germaine ghislaine gisela gisele giulia giuliana gloriana gordana graciela grazia grazyna gudrun guadalupe
    hadiza halina hanan hanne hatice heike helene helle henrike hermine hiroko hye ieva ilaria ilse imane ines inge
    ingeborg inger inna ioana iolanda iva ivana iwona izabela jacinta jadwiga jana jolanta josefa jovana jutta kaja
    kalpana karin karina karolina kasia katarina katarzyna katerina kathrin katja katrin kazuko keiko khadija kinga
    kirsi klara krystyna ksenia kumiko lakshmi larisa latifa laure leocadia letizia leyla lidia lieke lilia liliane lina
    lioubov liv ljubica lotte lucie lucrezia ludmila luisa lyudmila machiko madhuri maddalena magda magdalena magnhild
    maite maja malgorzata manuela mariam mariana marianne marieke mariko marijke mariola marisol marit marjan marta
    martina maryam masako matilde maude mayumi mehwish meike meral michiko mieke mihaela milagros milena mina minako
    mireille mirjana mitsuko monika monique montserrat nabila nadezhda nadine nadja nafisa najat natalya natasa naoko
    nathalie neela neha nele nermin nicoletta nilufer nino noemi noor noriko nuria odette oksana olena olya ornella
    osnat outi paivi paola parvati pascale patrizia perrine petronella pia pilar pooja pranab pratibha purificacion
    raffaella raisa rana rania rasa regine reiko renata renate ritva rocio roksana romina rosario rosaria roxana ruzica
    sabine sachiko sadia saima sakura salma samira samina sanna satu savita severine shabana shahida sharmila shireen
    shizuka shruti sibel sigrid silke silvana silvia simona siri sissel slavica smita snezana soledad solveig sonja
    soraya soumaya stefania steffi subha sunita susanna sushma svetlana swati sylvie takako tarja tatjana tatyana tereza
    thandi thi tomoko tove trinidad turid ulla ulrike ursula ute vaishali valentina valeria valerija vasiliki vera
    vesna viktoria virginie viviana wafa waltraud wangari wilhelmina xiomara yael yasmina yoko yoshiko yukari yukiko
    yuriko zahra zaha zeynep zofia zsofia zuzana""".split()
)

MALE = frozenset(
    """aamir aarne abdel abdelaziz abdelkader abdirahman abdallah abel abhijit abu achim adel adnan adolfo adrien
    agostino agustin ahmet aime ajay akbar akio akira aki alain alberto aldo alejo aleksander aleksandar aleksey
    alessandro alessio alexandre alexandru alexis alfonso alfredo alireza alois aloysius alphonse alvaro amadou
    amar amedeo amit amitabh amos anand anatole anders andrei andres andrzej angelo ante antoine antonin antti
    anwar apollinaire ariel aristide arjen armand arne arnaud arsene arshad artem artur arturo arvind ashok
    ashraf aslan asif atsushi attila auguste augusto axel ayman aziz babak badr bahman baltasar baptiste bartosz
    bashir bassam bastian bela benedikt benigno benito benoit bernardo bernd bernhard bertrand birger bjarne
    bjoern bjorn bogdan bojan boleslaw borut branislav branko brice burhanuddin cai carles carlo carsten casimir
    cedric cem cezary chandra chidi chokri christoph christophe christos claes claudio claus clement constantin
    cornelis cornelius cristian cristiano cuauhtemoc czeslaw daisuke damien daniele danilo dario dariusz darko
    daud dawid dax dejan demetrius denys didier didrik dieter diogo dimitar dimitri dimitrios dino dirk dominik
    domingo domenico dominique donato dragan dusan edgardo edmond edmund eduard edouard edvard efrain egon eiji
    einar elie elio eloi emil emile emiliano emilio emir emmanuele emre enda ennio enzo erdem erhard erich
    ernesto ernst erwin esteban etienne ettore eugen eugene eugeniusz evaristo evgeni evgeny fabian fabien fabio
    fabrice fabrizio fadi faisal farid faris farooq fathi federico felipe ferdinand ferenc feroz fethullah filip
    filippo flavio florent florian francesco francis franjo frans franz frederic frederik friedrich fritz fumio
    gabor gaetano gamal gaspard gaston gael geert gennady genki georg georges georgi georgios gerardo gerd
    gerrit ghassan gholam gianfranco gianluca gianluigi gianni gideon gilles gino giorgio giulio goran gonzalo
    gregoire grigory grzegorz guido guillaume gulbuddin gunnar gunter gunther gustav gustave gustavo gyorgy
    habib hakan hakim halil hamad hamdi hameed hamza hanif hannes hans harald haris haruki haruto hashim hasan
    hassan hatem havard heikki heiko heinrich heinz helmut helmuth hendrik henri henryk hermann hernan herve
    hideki hideo hiroki hiroshi hisashi horacio horst hubertus hugues humayun humberto hussain ichiro ignacio
    ignatius igor ilan ilham ilir ilja ilkka ilya imad imre inaki indra ioannis ion iqbal isidro ismael ismail
    issa istvan itamar ivo jaap jabari jacek jacques jafar jairo jakob jakub jamal jamil jan janez janos jari
    jarmo jaroslav jaroslaw jasper javad jean jens jeroen jerzy jesper jiri joachim joakim joao jochen joerg
    johan johann joop joost jordi jorg jorgen joris josef joschka josip jovan jozef julien juha jukka jun
    junichi junichiro jurgen jurij jussi kaarlo kais kaj kalle kamal kamel kamil kaoru karim kari karol kasper
    kazuhiro kazuo kei kemal kenji kenta kenzo khaled kim kiril kiyoshi kjell klaus kofi koichi koji konrad
    korhan kostas krister kristian kristof krzysztof kumar kunal kwame kwasi lakhdar lars laszlo lassi laurent
    lauri lazar lech leif lennart leonardo leopold leszek lino lionel ljubomir lluis lorenz lothar luc luca
    lucien luciano ludovic ludwig luiz lukas lukasz maarten macky maciej mads magnus mahathir mahdi mahmoud
    mahmud mahmood makoto malik mamadou mamdouh manfred manish manmohan manolo manuel mansoor marat marcelo
    marcello marcin marcos marcus marek mariano marian marin marijan mariusz marko markku markus marouane martti
    martin marwan masahiro masao masashi massimo mateo mateusz matej mathias mathieu mati matteo matthias matti
    maurizio mauricio mauro maximilian mehdi mehmed menachem michal michel michiel miguelangel mihai mihail
    mikael mikko mikolaj milan mile milos milorad miloslav mircea miro miroslav mirza mladen mohamad mohamud
    mohan mohsen moises mojtaba morten moshe mouloud mounir moussa mukesh mukhtar munir murad murat mustapha
    naguib najib nabil nadir naftali naoki narayan nasser naveed nawaf nawaz nazir nebojsa necmettin nenad
    nestor neymar nicanor nicolai nicolae niels nikita niklas nikola nikolaos nikolay nils nizar nobuo noriyuki
    nouri nuno nuri octavio odd olaf olav ole oleg oleh oleksandr oleksiy olivier omid ondrej onur orhan oriol
    osman ousmane ove ozan paavo paddy paolo paco pascal pasquale patrice patricio patrik pavlo pekka per petar
    peteris petr petri petro petros philipp pierluigi pietro pinchas piero plamen pradeep prakash pramod pranav
    prashant predrag przemyslaw qasim radek radoslaw radovan raed rafal raffaele raheem rainer raimo raj
    rajendra rajesh rakesh ram ramesh rami ramin ramiro ramzan ramzi ranil rashid rasmus ratko raimund reinhard
    reinhold remi renato renaud rene renzo reuven reza ricardo riccardo rinat risto roberto robrecht rocco
    rodolfo rodrigue rogelio rohan romano romain romeo ronan roque ruben rudiger rudolf ruslan rustam ryo
    ryuichi saad saadi sabri sachin sadiq saeed saif salah saleh salim salman salvador salvatore sameer sami
    samuele sandeep sandor sandro sanjeev santiago sanjay sascha satoshi satya sebastiao sebastien selim seppo
    serge sergei serhiy sergi severin shafiq shahid shankar shaukat shigeru shimon shin shinichi shiro shoaib
    shoichi shyam siddharth sidi siegfried sigmund silvestre simone sinan slavoj slobodan soren spyros srdjan
    stanislas stanislav stanislaw stefano stefanos steffen stephane stig stipe subramanian sudhir suleiman
    suleyman sultan sunil suresh surjit svein sverre syed sylvain sylvester szymon tadashi tadeusz tahir takashi
    takeshi takuya talal tamas tamim taner tariq taro tarek teemu teodor tero tetsuya theo theodor thierry
    thiago thorsten tibor tihomir timo timur tiziano tobias tomasz tomaz tomislav tommaso tomohiro tor torbjorn
    torsten toshio toshiro tsutomu tuomas udo ueli ugo ulf ulrich umberto umut uri urs usman uwe vaclav valentin
    valentino valery vasil vasily vasyl veijo veikko velimir venkatesh vicente vidar viggo vijay viktoras ville
    vilmos vinay vinod virgilio vitali vitaly vito vittorio vivek vlad vladislav vojislav volkan volker
    vyacheslav waldemar walid waleed waqar werner wieslaw wilhelm willem willi wim witold wladyslaw wlodzimierz
    wojciech xabier xavi yahya yann yannick yannis yasir yasser yasuo yevgeny yiannis yitzhak yohan yoshihiko
    yoshihide yoshiro yoshitaka yosef youssef yousaf yousef youssouf yukio yuki yuriy yusef yuto yves zaki
    zbigniew zdenek zeljko zeki zhelyu zinedine ziad zlatan zoltan zoran zvonimir zulfikar zygmunt""".split()
)
