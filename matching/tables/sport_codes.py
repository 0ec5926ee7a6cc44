"""Codes of three letters by which results of sports give the country of a person: "Jane Roe (AUS)".

Own collection (Apache-2.0) of the codes of the International Olympic Committee, with those of ISO 3166-1 where they
differ and mean no other country.
"""

from __future__ import annotations

_CODES = """
AF:AFG AL:ALB DZ:ALG,DZA AD:AND AO:ANG,AGO AR:ARG AM:ARM AU:AUS AT:AUT AZ:AZE BS:BAH,BHS BD:BAN,BGD BY:BLR BE:BEL
BA:BIH BO:BOL BW:BOT,BWA BR:BRA BG:BUL,BGR BF:BUR,BFA KH:CAM,KHM CM:CMR CA:CAN CL:CHI,CHL CN:CHN CO:COL CR:CRC,CRI
CI:CIV HR:CRO,HRV CU:CUB CY:CYP CZ:CZE DK:DEN,DNK DO:DOM EC:ECU EG:EGY SV:ESA,SLV EE:EST ET:ETH FI:FIN FR:FRA GE:GEO
DE:GER,DEU GH:GHA GB:GBR,ENG,SCO,WAL GR:GRE,GRC GT:GUA,GTM HN:HON,HND HK:HKG HU:HUN IS:ISL IN:IND ID:INA,IDN IR:IRI,IRN
IQ:IRQ IE:IRL IL:ISR IT:ITA JM:JAM JP:JPN JO:JOR KZ:KAZ KE:KEN KP:PRK KR:KOR KW:KUW,KWT KG:KGZ LV:LAT,LVA LB:LBN,LIB
LY:LBA,LBY LI:LIE LT:LTU LU:LUX MK:MKD MG:MAD,MDG MY:MAS,MYS MT:MLT MX:MEX MD:MDA MC:MON,MCO MN:MGL,MNG ME:MNE
MA:MAR MZ:MOZ NA:NAM NL:NED,NLD NZ:NZL NI:NCA,NIC NE:NIG,NER NG:NGR,NGA NO:NOR PK:PAK PA:PAN PY:PAR,PRY PE:PER
PH:PHI,PHL PL:POL PT:POR,PRT PR:PUR,PRI QA:QAT RO:ROU RU:RUS RW:RWA SA:KSA,SAU SN:SEN RS:SRB SG:SGP,SIN SK:SVK
SI:SLO,SVN SO:SOM ZA:RSA,ZAF SS:SSD ES:ESP LK:SRI,LKA SD:SUD,SDN SE:SWE CH:SUI,CHE SY:SYR TJ:TJK TW:TPE,TWN TZ:TAN,TZA
TH:THA TT:TTO TN:TUN TR:TUR TM:TKM UG:UGA UA:UKR AE:UAE,ARE UY:URU,URY US:USA UZ:UZB VE:VEN VN:VIE,VNM YE:YEM ZM:ZAM,ZMB
ZW:ZIM,ZWE
"""
SPORT_CODES = {
    code: country.lower() for row in _CODES.split() for country, codes in [row.split(":")] for code in codes.split(",")
}
"""The code of ISO 3166-1 in small letters by the code of three capitals."""
WITH_OTHER_MEANINGS = frozenset(["CHI", "DEN", "IND", "LIB", "MON", "PAR", "PER", "PHI", "POR", "SIN"])
"""Codes that are also those of parties and of cities in the sports of one country."""
