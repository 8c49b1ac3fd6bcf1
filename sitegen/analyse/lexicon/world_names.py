"""Given names of many languages, as news in English spells them, with the gender they usually have."""

FEMALE = frozenset(
    """adriane agata agnieszka aida aileen ailsa aino aishwarya akiko alasdair aled alessandra alexia alina alma alun
    amal amina amira anahita anais anastasiya andreea andrzejka aneurin angelika angharad anja anjali anke
    annegret anneke anneli annelise annika antje antonella aoibheann aparna ariane asma asuncion ayako ayesha
    aylin ayse azadeh aziza barbora beata beate bedwyr bente berit bethan birgit birgitta blanca blodwen bojana
    bozena branwen brendan brigitta brigitte britta bronagh bronwen bryn camille caoimhe carlotta carme carmela
    carole carys caterina catriona cecile celine ceri chantal chiara chiyo cho ciara ciaran cillian clarisse
    claudine clementine colm conall concepcion consuelo corinna cormac cosima cristiana cristina dafydd dagmar
    dalia danuta daphne declan deirdre delphine denisa dermot diarmuid dilma dominika donal donnacha dorota
    dorte eamon ebru edyta eija eilidh eimear eirlys eirwen ekaterina eleni eleonora elif elin elisabeth
    elisabetta elke elodie elzbieta emine emlyn emrys eoin esperanza estelle eszter etsuko eugenia eulalia
    evander ewa ewan fabienne fadila farah farida fatma fergus fernanda ffion filipa finbar finlay fionn
    fionnuala florentina francesca francine francoise frauke frida fumiko galina gaynor genowefa georgina
    geraint gerda germaine gethin ghislaine gisela gisele giulia giuliana glenys gloriana gordana graciela
    grainne grazia grazyna gruffudd gruffydd guadalupe gudrun gwenllian gwilym gwyn gwyneth gwynfor hadiza
    halina hamish hanan hanne hatice hefin heike helene helle henrike hermine hiroko hye hywel idris ieuan ieva
    ifan ifor ilaria illtyd ilse imane ines inge ingeborg inger inna ioana iolanda iolo iona iorwerth isla
    islwyn iva ivana iwona izabela jacinta jadwiga jana jolanta josefa jovana jutta kaja kalpana karin karina
    karolina kasia katarina katarzyna katerina kathrin katja katrin kazuko keiko khadija kieran kinga kirsi
    kirsty klara krystyna ksenia kumiko lachlan lakshmi larisa latifa laure leocadia letizia leyla lidia lieke
    lilia liliane lina lioubov liv ljubica lleu llew lorcan lotte lowri lucie lucrezia ludmila luisa lyudmila
    machiko maddalena madhuri madoc magda magdalena magnhild mairead mairi maite maja malachy malgorzata manuela
    marged mariam mariana marianne marieke marijke mariko mariola marisol marit marjan marta martina maryam
    masako matilde maude mayumi megan mehwish meike meirion meral mervyn mhairi michiko mieke mihaela milagros
    milena mina minako mireille mirjana mitsuko monika monique montserrat morag morwenna mostyn murdo myfanwy
    nabila nadezhda nadine nadja nafisa najat naoko natalya natasa nathalie neela neha nele nermin nerys nia
    niall nicoletta nilufer nino noemi noor noriko nuria odette oisin oksana olena olya oonagh orla ornella
    osnat outi padraig paivi paola parvati pascale patrizia perrine petronella pia pilar pooja pranab pratibha
    pryce purificacion raffaella raisa rana rania ranulph rasa regine reiko renata renate rhian rhiannon rhodri
    rhys ritva rocio roisin roksana romina rosaria rosario roxana ruairi ruaridh ruzica sabine sachiko sadia
    saima sakura salma samina samira sanna satu savita seamus seonaid severine shabana shahida sharmila shireen
    shizuka shona shruti sian sibel sigrid silke silvana silvia simona sinead siri sissel siwan slavica smita
    snezana soledad solveig sonja soraya sorcha soumaya stefania steffan steffi struan subha sunita susanna
    sushma svetlana swati sylvie tadhg takako taliesin tarja tatjana tatyana tecwyn tegwen tereza thandi thi
    tomoko tomos torquil tove trefor trinidad tudor turid ulla ulrike una ursula ute vaishali valentina valeria
    valerija vasiliki vaughan vera vesna viktoria virginie viviana wafa waltraud wangari wilhelmina xiomara yael
    yasmina yoko yoshiko yukari yukiko yuriko zaha zahra zeynep zofia zsofia zuzana""".split()
)

MALE = frozenset(
    """aamir aarne abdallah abdel abdelaziz abdelkader abdirahman abel abhijit abu achim adel adnan adolfo adrien
    agostino agustin ahmet aime ajay akbar aki akio akira alain alberto aldo alejo aleksandar aleksander aleksey
    alessandro alessio alexandre alexandru alexis alfonso alfredo alireza alois aloysius alphonse alvaro amadou
    amar amedeo amit amitabh amos anand anatole anders andrei andres andrzej angelo ante antoine antonin antti
    anwar apollinaire ariel aristide arjen armand arnaud arne arsene arshad artem artur arturo arvind ashok
    ashraf asif aslan atsushi attila auguste augusto axel ayman aziz babak badr bahman baltasar baptiste bartosz
    bashir bassam bastian bela benedikt benigno benito benoit bernardo bernd bernhard bertrand birger bjarne
    bjoern bjorn bogdan bojan boleslaw borut branislav branko brice burhanuddin cai carles carlo carsten casimir
    cedric cem cezary chandra chidi chokri christoph christophe christos claes claudio claus clement constantin
    cornelis cornelius cristian cristiano cuauhtemoc czeslaw daisuke damien daniele danilo dario dariusz darko
    daud dawid dax dejan demetrius denys didier didrik dieter dimitar dimitri dimitrios dino diogo dirk domenico
    domingo dominik dominique donato dragan dusan edgardo edmond edmund edouard eduard edvard efrain egon eiji
    einar elie elio eloi emil emile emiliano emilio emir emmanuele emre enda ennio enzo erdem erhard erich
    ernesto ernst erwin esteban etienne ettore eugen eugene eugeniusz evaristo evgeni evgeny fabian fabien fabio
    fabrice fabrizio fadi faisal farid faris farooq fathi federico felipe ferdinand ferenc feroz fethullah filip
    filippo flavio florent florian francesco francis franjo frans franz frederic frederik friedrich fritz fumio
    gabor gael gaetano gamal gaspard gaston geert genki gennady georg georges georgi georgios gerardo gerd
    gerrit ghassan gholam gianfranco gianluca gianluigi gianni gideon gilles gino giorgio giulio gonzalo goran
    gregoire grigory grzegorz guido guillaume gulbuddin gunnar gunter gunther gustav gustave gustavo gyorgy
    habib hakan hakim halil hamad hamdi hameed hamza hanif hannes hans harald haris haruki haruto hasan hashim
    hassan hatem havard heikki heiko heinrich heinz helmut helmuth hendrik henri henryk hermann hernan herve
    hideki hideo hiroki hiroshi hisashi horacio horst hubertus hugues humayun humberto hussain ichiro ignacio
    ignatius igor ilan ilham ilir ilja ilkka ilya imad imre inaki indra ioannis ion iqbal isidro ismael ismail
    issa istvan itamar ivo jaap jabari jacek jacques jafar jairo jakob jakub jamal jamil jan janez janos jari
    jarmo jaroslav jaroslaw jasper javad jean jens jeroen jerzy jesper jiri joachim joakim joao jochen joerg
    johan johann joop joost jordi jorg jorgen joris joschka josef josip jovan jozef juha jukka julien jun
    junichi junichiro jurgen jurij jussi kaarlo kais kaj kalle kamal kamel kamil kaoru kari karim karol kasper
    kazuhiro kazuo kei kemal kenji kenta kenzo khaled kim kiril kiyoshi kjell klaus kofi koichi koji konrad
    korhan kostas krister kristian kristof krzysztof kumar kunal kwame kwasi lakhdar lars lassi laszlo laurent
    lauri lazar lech leif lennart leonardo leopold leszek lino lionel ljubomir lluis lorenz lothar luc luca
    luciano lucien ludovic ludwig luiz lukas lukasz maarten maciej macky mads magnus mahathir mahdi mahmood
    mahmoud mahmud makoto malik mamadou mamdouh manfred manish manmohan manolo mansoor manuel marat marcello
    marcelo marcin marcos marcus marek marian mariano marijan marin mariusz markku marko markus marouane martin
    martti marwan masahiro masao masashi massimo matej mateo mateusz mathias mathieu mati matteo matthias matti
    mauricio maurizio mauro maximilian mehdi mehmed menachem michal michel michiel miguelangel mihai mihail
    mikael mikko mikolaj milan mile milorad milos miloslav mircea miro miroslav mirza mladen mohamad mohamud
    mohan mohsen moises mojtaba morten moshe mouloud mounir moussa mukesh mukhtar munir murad murat mustapha
    nabil nadir naftali naguib najib naoki narayan nasser naveed nawaf nawaz nazir nebojsa necmettin nenad
    nestor neymar nicanor nicolae nicolai niels nikita niklas nikola nikolaos nikolay nils nizar nobuo noriyuki
    nouri nuno nuri octavio odd olaf olav ole oleg oleh oleksandr oleksiy olivier omid ondrej onur orhan oriol
    osman ousmane ove ozan paavo paco paddy paolo pascal pasquale patrice patricio patrik pavlo pekka per petar
    peteris petr petri petro petros philipp pierluigi piero pietro pinchas plamen pradeep prakash pramod pranav
    prashant predrag przemyslaw qasim radek radoslaw radovan raed rafal raffaele raheem raimo raimund rainer raj
    rajendra rajesh rakesh ram ramesh rami ramin ramiro ramzan ramzi ranil rashid rasmus ratko reinhard reinhold
    remi renato renaud rene renzo reuven reza ricardo riccardo rinat risto roberto robrecht rocco rodolfo
    rodrigue rogelio rohan romain romano romeo ronan roque ruben rudiger rudolf ruslan rustam ryo ryuichi saad
    saadi sabri sachin sadiq saeed saif salah saleh salim salman salvador salvatore sameer sami samuele sandeep
    sandor sandro sanjay sanjeev santiago sascha satoshi satya sebastiao sebastien selim seppo serge sergei
    sergi serhiy severin shafiq shahid shankar shaukat shigeru shimon shin shinichi shiro shoaib shoichi shyam
    siddharth sidi siegfried sigmund silvestre simone sinan slavoj slobodan soren spyros srdjan stanislas
    stanislav stanislaw stefano stefanos steffen stephane stig stipe subramanian sudhir suleiman suleyman sultan
    sunil suresh surjit svein sverre syed sylvain sylvester szymon tadashi tadeusz tahir takashi takeshi takuya
    talal tamas tamim taner tarek tariq taro teemu teodor tero tetsuya theo theodor thiago thierry thorsten
    tibor tihomir timo timur tiziano tobias tomasz tomaz tomislav tommaso tomohiro tor torbjorn torsten toshio
    toshiro tsutomu tuomas udo ueli ugo ulf ulrich umberto umut uri urs usman uwe vaclav valentin valentino
    valery vasil vasily vasyl veijo veikko velimir venkatesh vicente vidar viggo vijay viktoras ville vilmos
    vinay vinod virgilio vitali vitaly vito vittorio vivek vlad vladislav vojislav volkan volker vyacheslav
    waldemar waleed walid waqar werner wieslaw wilhelm willem willi wim witold wladyslaw wlodzimierz wojciech
    xabier xavi yahya yann yannick yannis yasir yasser yasuo yevgeny yiannis yitzhak yohan yosef yoshihide
    yoshihiko yoshiro yoshitaka yousaf yousef youssef youssouf yuki yukio yuriy yusef yuto yves zaki zbigniew
    zdenek zeki zeljko zhelyu ziad zinedine zlatan zoltan zoran zulfikar zvonimir zygmunt""".split()
)
