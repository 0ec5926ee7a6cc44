"""Provinces and large cities of China in pinyin, in front of companies' names: Shenzhen Huaxin Technology Co., Ltd.

Own collection (Apache-2.0), from general knowledge: the provinces, their capitals and the cities from which most trade.
"""

from __future__ import annotations

_PLACES = """
    beijing shanghai tianjin chongqing guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu
    jiangxi jilin liaoning ningxia qinghai shaanxi shandong shanxi sichuan xinjiang yunnan zhejiang anhui fujian
    gansu tibet taiwan guangzhou shenzhen dongguan foshan zhuhai huizhou zhongshan shantou xiamen fuzhou quanzhou
    ningbo hangzhou wenzhou shaoxing jiaxing jinhua yiwu suzhou wuxi nanjing changzhou nantong yangzhou xuzhou
    qingdao jinan yantai weifang zibo weihai dalian shenyang changchun harbin wuhan changsha zhengzhou luoyang
    nanchang hefei chengdu kunming guiyang nanning haikou xian lanzhou xining yinchuan urumqi hohhot taiyuan
    shijiazhuang tangshan baoding dandong zhangjiagang kunshan
    """
CHINESE_PLACES = frozenset(_PLACES.split())
"""Folded."""
